package fr.comptoir.store.action;

import fr.comptoir.model.action.AccessRoute;
import fr.comptoir.model.action.ActionKind;
import fr.comptoir.model.action.Actions;
import fr.comptoir.model.action.UserIdentity;
import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.AccessType;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Random actions, days in UTC, and a form of a row that two batches can be compared by. */
public final class SampleActions {
    private SampleActions() {}

    /** {@code rows} actions on days from {@code first} on. */
    public static Actions random(SplittableRandom random, int rows, LocalDate first, int days, int input) {
        Actions.Dictionaries dictionaries = Actions.Dictionaries.create();
        for (int i = 0; i < 50; i++) {
            boolean ipv6 = random.nextBoolean();
            dictionaries
                    .addresses()
                    .add(
                            random.nextLong(1, Long.MAX_VALUE),
                            ipv6 ? random.nextLong(1, Long.MAX_VALUE) : 0,
                            ipv6 ? random.nextLong(1, Long.MAX_VALUE) : 0);
        }
        Actions actions = new Actions(dictionaries, 0);
        for (int i = 0; i < rows; i++) {
            int row = actions.add();
            LocalDate day = first.plusDays(random.nextInt(days));
            actions.day[row] = (int) day.toEpochDay();
            actions.time[row] =
                    day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli() + random.nextInt(86_400_000);
            actions.user[row] = random.nextLong();
            actions.userIdentity[row] = (byte) random.nextInt(UserIdentity.values().length);
            actions.session[row] = random.nextLong();
            actions.address[row] = random.nextInt(dictionaries.addresses().size());
            actions.agent[row] = random.nextInt();
            actions.organisation[row] = dictionaries.organisations().number(one(random, "", "org 'A'", "Université"));
            actions.customers[row] = dictionaries.customers().number(one(random, "", "c1", "c1|c2", "c2|cons", "c11"));
            actions.kind[row] = (byte) random.nextInt(ActionKind.values().length);
            actions.item[row] = ActionKind.of(actions.kind[row]) == ActionKind.SEARCHES_PLATFORM
                    ? Actions.NO_ITEM
                    : dictionaries.items().number("10.1234/é." + random.nextInt(40));
            actions.format[row] = (short) dictionaries.formats().number(one(random, "", "PDF", "HTML"));
            actions.accessMethod[row] = (byte) random.nextInt(AccessMethod.values().length);
            actions.accessTypeR5[row] = (byte) (random.nextInt(AccessType.values().length + 1) - 1);
            actions.pageRule[row] = (short) dictionaries.pageRules().number(one(random, "/article/{item}", "/search"));
            actions.arrival[row] = (short)
                    dictionaries.arrivals().number(one(random, "", "direct", "within_platform", "Portail d'été"));
            actions.route[row] = (byte) random.nextInt(AccessRoute.values().length);
            actions.input[row] = input;
            actions.line[row] = i + 1;
            actions.part[row] = (short) random.nextInt(3);
        }
        return actions;
    }

    private static String one(SplittableRandom random, String... texts) {
        return texts[random.nextInt(texts.length)];
    }

    /** Every row as text, sorted. */
    public static List<String> texts(Actions actions) {
        List<String> texts = new ArrayList<>();
        for (int row = 0; row < actions.size; row++) {
            texts.add(text(actions, row));
        }
        texts.sort(null);
        return texts;
    }

    /** A row with its numbers replaced by what they mean. */
    public static String text(Actions a, int row) {
        Actions.Dictionaries d = a.dictionaries;
        return a.input[row] + ":" + a.line[row] + "." + a.part[row] + " " + a.time[row] + " " + a.day[row] + " "
                + a.user[row] + " "
                + a.userIdentity[row] + " " + a.session[row] + " "
                + d.addresses().hash(a.address[row]) + "/"
                + d.addresses().network48(a.address[row]) + "/" + d.addresses().network64(a.address[row]) + " "
                + d.organisations().text(a.organisation[row]) + " ["
                + d.customers().text(a.customers[row]) + "] "
                + (a.item[row] == Actions.NO_ITEM ? "-" : d.items().text(a.item[row])) + " " + a.kind[row] + " "
                + d.formats().text(a.format[row]) + " " + a.accessMethod[row] + " " + a.accessTypeR5[row] + " "
                + d.pageRules().text(a.pageRule[row]) + " " + d.arrivals().text(a.arrival[row]) + " " + a.route[row];
    }
}
