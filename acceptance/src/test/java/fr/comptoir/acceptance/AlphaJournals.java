package fr.comptoir.acceptance;

/** The files of a small site of which every test can keep the figures in its head. */
final class AlphaJournals {
    static final String SITE = """
            platform:
              id: alpha
              name: Alpha Journals
              time_zone: Europe/Paris
            provider:
              name: Alpha Publishing
            log:
              format: combined
            """;

    static final String PAGES = """
            pages:
              - path: /article/{item}
                action: investigation
              - path: /article/{item}/fulltext
                action: request
                format: HTML
                access_type_r5: OA_Gold
                on_status: {403: no_license, 429: limit_exceeded}
              - path: /article/{item}/pdf
                action: request
                format: PDF
                access_type_r5: Controlled
                on_status: {403: no_license, 429: limit_exceeded}
              - path: /book/{item}.epub
                action: request
                format: EPUB
                on_status: {403: no_license}
              - path: /book/{item}
                action: investigation
              - path: /journal/{item}
                action: investigation
              - path: /chapter/{item}/pdf
                action: request
                format: PDF
              - path: /search
                query: {q: "*"}
                action: search
                database: "{query.db}"
                search: regular
                on_status: {403: no_license}
              - path: /discover
                query: {q: "*"}
                action: search
                database: [db1, db2]
                search: automated
              - path: /api/{item...}
                action: request
                access_method: TDM
            """;

    static final String CATALOGUE = """
            item_id,parent_id,data_type,name,publisher,publisher_id,authors,publication_date,yop,access_type,oa_status,doi,isbn,print_issn,online_issn,database_id
            j1,,Journal,Journal of Examples,Example Press,ROR:02mhbdp94,,,,,,,,2049-3630,1234-5679,
            a1,j1,Article,On small numbers,Example Press,,Ada Sample (ORCID:0000-0002-1825-0097); Bo Test,2024-05-02,2024,Controlled,,10.5555/joe.1,,,,
            a2,j1,Article,On open numbers,Example Press,,,,2023,Open,gold,10.5555/joe.2,,,,
            a3,j1,Article,"Numbers, ""quoted""\",Example Press,,,,2022,Controlled;2026-01-15:Open,,,,,,
            b1,,Book,A Book of Samples,Example Press,,,,2020,Controlled,,,978-3-16-148410-0,,,
            c1,b1,Book_Segment,Chapter one,Example Press,,,,,,,,,,,
            c2,b1,Book_Segment,Chapter two,Example Press,,,,2021,,,,,,,
            c3,b1,Book_Segment,Chapter three,Example Press,,,,,Open,,,,,,
            b2,,Book,A Book in one Piece,Example Press,,,,2019,Controlled,,,,,,
            r1,,Report,A Report,Example Press,,,,2018,Open,,,,,,db1
            db1,,Database_Full,Full Base,Example Press,,,,,,,,,,,
            db2,,Database_AI,Index Base,Example Press,,,,,,,,,,,
            """;

    static final String INSTITUTIONS = """
            customer_id,name,requestor_id,isni,isil,ror,oclc,ip_ranges,organisations,member_of
            u1,University One,,,,,,192.0.2.0/24,org-one,cons
            u2,University Two,,,,,,198.51.100.0/24,,cons@2026-01-10..
            u3,School in One,,,,,,192.0.2.128-192.0.2.159,,
            u4,Shares with Two,,,,,,198.51.100.0/24,,cons
            cons,Consortium,,,,,,,,
            """;

    private AlphaJournals() {}
}
