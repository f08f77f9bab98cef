package fr.comptoir.acceptance;

/**
 * The files of a site with everything in it: every level of Data_Type, books with and without segments, access that changed, all
 * identities of users, organisations, dated ranges and memberships, two shared ranges, ways of arrival, searches of three kinds, denials, TDM and a POST.
 */
final class BetaLibrary {
    static final String SITE = """
            platform:
              id: beta
              name: Beta Library
              time_zone: Europe/Paris
              hosts: [beta.example.org]
            provider:
              name: Beta Publishing
            log:
              format: '%h %l %u %t "%r" %>s %b "%{Referer}i" "%{User-Agent}i" "%{uid}C" "%{sid}C" "%{X-Org}i"'
            robots: robots.json
            user:
              login: "%u"
              user_cookie: "%{uid}C"
              session_cookie: "%{sid}C"
            organisation:
              field: "%{X-Org}i"
            arrivals:
              - name: Addon
                kind: browser_extension
                query: {db: full}
              - name: {en: Portal, fr: Portail}
                kind: portal
                referrer: "*.portal.example"
              - name: Scholar
                kind: search_engine
                referrer: scholar.google.*
            pages:
              - path: /static/{file...}
                action: ignore
              - path: /record/{item}
                action: investigation
              - path: /html/{item}
                action: request
                format: HTML
                access_type_r5: OA_Gold
                on_status: {403: no_license, 429: limit_exceeded}
              - path: /pdf/{item}
                action: request
                format: PDF
                on_status: {403: no_license, 429: limit_exceeded}
              - path: /tdm/{item...}
                action: request
                format: XML
                access_method: TDM
                route: token
              - path: /order/{item}
                methods: [POST]
                action: request
                format: EPUB
              - path: /search
                query: {q: "*"}
                action: search
                database: "{query.db}"
                search: regular
                on_status: {403: no_license, 429: limit_exceeded}
              - path: /discover
                query: {q: "*"}
                action: search
                database: [full, index]
                search: automated
              - path: /sru
                query: {operation: searchRetrieve}
                action: search
                database: index
                search: federated
            """;

    static final String ROBOTS = """
            [{"pattern": "bot"}, {"pattern": "^curl"}, {"pattern": "[^a]spider", "last_changed": "2024-04-22"}]
            """;

    static final String CATALOGUE = """
            item_id,parent_id,data_type,name,yop,access_type,access_type_r5,oa_status,database_id
            j1,,Journal,Journal one,,Controlled,,,
            10.5555/j1.a1,j1,Article,Article one,2024,,,,
            10.5555/j1.a2,j1,Article,Article two,2023,Open,,gold,
            10.5555/j1.a3,j1,Article,Article three,,Controlled;2025-10-20:Open;2025-11-12:Free_To_Read,,hybrid,full
            10.5555/j1.a4,j1,Article,Article four,9999,Open,,green,agg
            10.5555/j1.a5,j1,Article,Article five,2022,Controlled,Controlled;2025-11-03:OA_Gold,,
            j2,,Journal,Journal two,2020,Open,,,
            thèse-1,j2,Article,Article of thèse,,,,,full
            j2 a2,j2,Article,Article with a blank,2019,Free_To_Read,Controlled (in all formats);2025-11-05:Controlled,,
            b1,,Book,Book with segments,2020,Controlled,,,
            b1.c1,b1,Book_Segment,Segment one,,,,,
            b1.c2,b1,Book_Segment,Segment two,2021,,,,full
            b1.c3,b1,Book_Segment,Segment three,,Open,,,
            b1.c4,b1,Book_Segment,Segment four,,,,,full
            b2,,Book,Book in one piece,2018,Open,,diamond,agg
            b3,,Book,Book of one segment,2017,Open;2025-11-01:Controlled,,,full
            b3.c1,b3,Book_Segment,Its only segment,,,,,full
            rw1,,Reference_Work,Reference work,2015,Controlled,,,
            rw1.i1,rw1,Reference_Item,Entry one,,,,,
            rw1.i2,rw1,Reference_Item,Entry two,2016,Open,,,
            rw2,,Reference_Work,Reference work in one piece,,,,,
            np,,Newspaper_or_Newsletter,Newsletter,,,,,
            np.1,np,News_Item,News one,2025,,,,agg
            cf,,Conference,Conference,2014,,,,
            cf.1,cf,Conference_Item,Talk one,,Open,,,
            rp,,Report,Report alone,2018,Open,,,full
            th,,Thesis_or_Dissertation,Thesis alone,2013,,,,
            st,,Standard,Standard alone,2012,,,,
            ds,,Dataset,Dataset,2011,Open,,,
            im,,Image,Image,,,,,
            dfi,full,Database_Full_Item,Record of the base,2010,,,,full
            full,,Database_Full,Full base,,,,,
            index,,Database_AI,Index base,,,,,
            agg,,Database_Aggregated,Aggregated base,,,,,
            """;

    static final String INSTITUTIONS = """
            customer_id,name,ip_ranges,organisations,member_of
            u1,University One,192.0.2.0/24,org-one,cons
            u2,University Two,198.51.100.0/24,,cons@2025-10-15..
            u3,School in One,192.0.2.128-192.0.2.159,,
            u4,Shares with Two,198.51.100.0/24,,cons
            u5,University Five,2001:db8:5::/48@2025-10-10..2025-11-20,org-five,other@..2025-10-31
            cons,Consortium,,,
            other,Other consortium,,,
            """;

    private BetaLibrary() {}

    static TestSite in(java.nio.file.Path folder) {
        TestSite site = new TestSite(folder, SITE, CATALOGUE, INSTITUTIONS);
        site.write("robots.json", ROBOTS);
        return site.imported();
    }
}
