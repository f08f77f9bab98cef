package fr.comptoir.server.guide;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The guide, on one page, in the reader's language; open to everybody, for it shows no figure but those of the demonstration. */
@Controller
final class GuideController {
    /** The chapters, in their order. Each has a heading in the messages, and a fragment of its name in the text of each language. */
    static final List<String> CHAPTERS = List.of(
            "begin",
            "minute",
            "narrow",
            "open",
            "titles",
            "packages",
            "routes",
            "reports",
            "harvest",
            "trust",
            "many",
            "platform",
            "words");

    @GetMapping("/guide")
    String page(Model model, Locale locale) {
        model.addAttribute("chapters", CHAPTERS);
        model.addAttribute("text", "guide/" + (locale.getLanguage().equals("fr") ? "fr" : "en"));
        return "guide/guide";
    }
}
