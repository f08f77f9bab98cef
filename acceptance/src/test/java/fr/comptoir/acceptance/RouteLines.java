package fr.comptoir.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The facts in force of ways of arrival and routes of access of a site, as sorted lines. */
final class RouteLines {
    private RouteLines() {}

    static List<String> of(TestSite site) {
        List<String> lines = new ArrayList<>();
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement()) {
            for (Path facts : facts(site.folder.resolve("data"))) {
                String sql = "SELECT '" + facts.getParent().getFileName()
                        + "', s.Customer_Set, r.* EXCLUDE (Customers) FROM '"
                        + facts + "/routes.parquet' r JOIN (SELECT DISTINCT Customers, Customer_Set FROM '" + facts
                        + "/customers.parquet') s USING (Customers) ORDER BY ALL";
                try (ResultSet rows = statement.executeQuery(sql)) {
                    while (rows.next()) {
                        StringBuilder line = new StringBuilder();
                        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                            line.append(rows.getString(i)).append('|');
                        }
                        lines.add(line.toString());
                    }
                }
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
        return lines;
    }

    private static List<Path> facts(Path data) throws IOException {
        List<Path> folders = new ArrayList<>();
        JsonNode state = JsonMapper.shared().readTree(Files.readString(data.resolve("state.json")));
        for (JsonNode month : state.get("months")) {
            if (month.has("counted")) {
                folders.add(data.resolve("facts/" + month.get("month").stringValue() + "/v"
                        + month.get("counted").get("facts").asInt()));
            }
        }
        return folders;
    }
}
