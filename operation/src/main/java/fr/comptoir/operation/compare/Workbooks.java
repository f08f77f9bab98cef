package fr.comptoir.operation.compare;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Compares workbooks, which say when they were written: two of the same content are never the same bytes. */
public final class Workbooks {
    private static final String CORE = "docProps/core.xml";
    private static final Pattern WRITTEN =
            Pattern.compile("<dcterms:(created|modified)[^>]*>[^<]*</dcterms:(created|modified)>");
    private static final int CHUNK = 1 << 16;

    private Workbooks() {}

    /** Whether two files have the same parts, but for the time in which they were written. */
    public static boolean areSame(Path one, Path other) throws IOException {
        try (ZipFile first = new ZipFile(one.toFile());
                ZipFile second = new ZipFile(other.toFile())) {
            Set<String> names = names(first);
            if (!names.equals(names(second))) {
                return false;
            }
            for (String name : names) {
                boolean same = name.equals(CORE) ? core(first).equals(core(second)) : same(first, second, name);
                if (!same) {
                    return false;
                }
            }
            return true;
        } catch (ZipException | EOFException broken) {
            return false;
        }
    }

    private static Set<String> names(ZipFile file) {
        return file.stream().map(ZipEntry::getName).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String core(ZipFile file) throws IOException {
        try (InputStream in = file.getInputStream(file.getEntry(CORE))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return WRITTEN.matcher(text).replaceAll("");
        }
    }

    private static boolean same(ZipFile first, ZipFile second, String name) throws IOException {
        try (InputStream one = first.getInputStream(first.getEntry(name));
                InputStream other = second.getInputStream(second.getEntry(name))) {
            byte[] read = one.readNBytes(CHUNK);
            while (read.length > 0) {
                if (!Arrays.equals(read, other.readNBytes(CHUNK))) {
                    return false;
                }
                read = one.readNBytes(CHUNK);
            }
            return other.read() < 0;
        }
    }
}
