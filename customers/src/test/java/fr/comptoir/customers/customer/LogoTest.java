package fr.comptoir.customers.customer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.customers.base.Fault;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogoTest {
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox='0 0 1 1'><path d='M0 0'/></svg>",
                "\uFEFF<?xml version='1.0'?>\n<!-- a --><!-- <b> -->\n<svg\nwidth='1'><g style='fill:url(#a)'/></svg>",
                "<svg><use xlink:href=\"#a\"/><image href='data:image/png;base64,AAAA'/><a id='on'/></svg>"
            })
    void aDrawingIsTaken(String svg) {
        assertThat(Logo.fault(bytes(svg))).isEmpty();
        assertThat(Logo.mediaTypeOf(bytes(svg))).contains("image/svg+xml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg><script>alert(1)</script></svg>",
                "<svg><SCRIPT/></svg>",
                "<svg><s:script xmlns:s='http://www.w3.org/2000/svg'/></svg>",
                "<svg onload=\"alert(1)\"/>",
                "<svg x='1'onclick ='alert(1)'/>",
                "<svg><a href='javascript:alert(1)'/></svg>",
                "<svg><a href=\"  https://example.org\"/></svg>",
                "<svg><a xlink:href='java&#115;cript:x'/></svg>",
                "<svg><image href='data:image/svg+xml;base64,AAAA'/></svg>",
                "<svg><foreignObject/></svg>",
                "<svg><animate attributeName='href'/></svg>",
                "<svg><style>@import 'x'; a {fill: url(https://example.org/x)}</style></svg>",
                "<svg><style>a {fill: url( 'https://example.org/x')}</style></svg>",
                "<?xml-stylesheet href='x'?><svg></svg>"
            })
    void aDrawingThatRunsOrFetchesIsRefused(String svg) {
        assertThat(Logo.fault(bytes(svg)).map(Fault::kind)).contains(Fault.Kind.SCRIPT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GIF89a", "<html><svg></svg></html>", "<svgx>", "<!DOCTYPE svg><svg/>", "<!-- <svg>"})
    void whatIsNoImageIsRefused(String text) {
        assertThat(Logo.fault(bytes(text)).map(Fault::kind)).contains(Fault.Kind.IMAGE);
    }

    @Test
    void thousandsOfCommentsAreReadInNoTime() {
        assertThat(Logo.fault(bytes("<!-- -->".repeat(30_000))).map(Fault::kind))
                .contains(Fault.Kind.IMAGE);
    }

    @Test
    void typesAreSeenFromTheFirstBytes() {
        assertThat(Logo.mediaTypeOf(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0}))
                .contains("image/png");
        assertThat(Logo.mediaTypeOf(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0}))
                .contains("image/jpeg");
        assertThat(Logo.fault(new byte[Logo.BYTES_MAX + 1]).map(Fault::kind)).contains(Fault.Kind.TOO_LARGE);
    }
}
