package fr.comptoir.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Whatever stands in an element or an attribute is text there, and nothing else. */
class MarkupTest {
    @Test
    void whatHtmlReadsOtherwiseIsEscaped() {
        String bad = "\"><script>alert('1')</script> & so on";
        assertThat(new Markup().element("a", bad, "title", bad).toString())
                .isEqualTo("<a title=\"&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; so on\">"
                        + "&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; so on</a>");
    }

    @Test
    void attributesWithoutValuesAreLeftOut() {
        assertThat(new Markup()
                        .open("td", "class", "", "data-v", null, "id", "x")
                        .close("td"))
                .hasToString("<td id=\"x\"></td>");
    }

    @Test
    void whatIsReadFromRightToLeftIsIsolatedInElementsOnly() {
        assertThat(new Markup().element("td", "مجلة (2)", "title", "مجلة"))
                .hasToString("<td title=\"مجلة\"><bdi>مجلة (2)</bdi></td>");
    }
}
