package fr.comptoir.server.directory;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.customer.AddressRanges;
import fr.comptoir.model.net.IpAddress;
import fr.comptoir.operation.view.Panel.Kind;
import fr.comptoir.server.web.CustomerPath;
import fr.comptoir.server.web.ListTable;
import fr.comptoir.server.web.TableFile;
import fr.comptoir.server.web.Today;
import fr.comptoir.server.web.Words;
import fr.comptoir.server.web.WrongValueException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whose an address is, on a day. */
@Controller
final class WhoseController {
    /** An owner of an address with its name. */
    record Owner(AddressRanges.Owned owned, String name, String path) {}

    private static final ListTable<Owner> OWNERS = ListTable.<Owner>of("owners")
            .column("Customer_ID", Kind.ID, one -> one.owned().customerId())
            .column("Name", Kind.TEXT, Owner::name)
            .column("Range", Kind.TEXT, one -> one.owned().range().range().toString())
            .column("First_Day", Kind.DAY, one -> one.owned().range().days().from())
            .column("Last_Day", Kind.DAY, one -> one.owned().range().days().to())
            .column("Label", Kind.TEXT, one -> one.owned().range().label());

    private final CustomersDatabase database;
    private final Today today;
    private final Words words;

    WhoseController(CustomersDatabase database, Today today, Words words) {
        this.database = database;
        this.today = today;
        this.words = words;
    }

    /** @param day null for today */
    @GetMapping("/admin/whose")
    String whose(
            @RequestParam(defaultValue = "") String address,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        LocalDate asked = Objects.requireNonNullElse(day, today.get());
        model.addAttribute("address", address);
        model.addAttribute("day", asked);
        if (address.isBlank()) {
            return "admin-whose";
        }
        Optional<List<Owner>> owners = owners(address, asked);
        if (owners.isEmpty()) {
            model.addAttribute("wrong", words.say(locale, "whose.noAddress", address.strip()));
            response.setStatus(HttpStatus.BAD_REQUEST.value());
        } else {
            model.addAttribute("owners", owners.get());
        }
        return "admin-whose";
    }

    /** Empty for what is no address. */
    private Optional<List<Owner>> owners(String address, LocalDate day) {
        long[] bits = new long[2];
        if (!IpAddress.parse(address.strip(), bits)) {
            return Optional.empty();
        }
        return Optional.of(database.addressRanges().whose(bits[0], bits[1], day).stream()
                .map(owned -> new Owner(
                        owned,
                        RangeOverlaps.name(database, owned.customerId()),
                        CustomerPath.write(owned.customerId())))
                .toList());
    }

    /** @param day null for today */
    @GetMapping({"/admin/whose.json", "/admin/whose.csv"})
    void file(
            @RequestParam(defaultValue = "") String address,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        LocalDate asked = Objects.requireNonNullElse(day, today.get());
        List<Owner> owners = address.isBlank()
                ? List.of()
                : owners(address, asked)
                        .orElseThrow(() -> new WrongValueException("address", address, IpAddress.class));
        TableFile.write(List.of(OWNERS.panel(owners)), "admin", request, response);
    }
}
