package dev.ganglion.tests.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Valid files made wrong, one to four times over. What comes out depends on the generator alone. */
final class Mutations {
    /** No mutated file is larger than this, in bytes. */
    static final int LARGEST = 1 << 20;

    private static final int MOST_AT_ONCE = 4;

    /** What the readers are least prepared for. */
    private static final List<String> HOSTILE = List.of(
            "1e999",
            "-1e999",
            "1e-999",
            "NaN",
            ".inf",
            "-.inf",
            "-1",
            "0",
            "2147483647",
            "-2147483648",
            "4294967296",
            "9223372036854775807",
            "-9223372036854775809",
            "0x7fffffff",
            "99999999999999999999999999999999999999999999999999",
            "0.".concat("0".repeat(4000)).concat("1"),
            "9".repeat(5000),
            "../../../escape",
            "..\\..\\escape",
            "/dev/zero",
            "/dev/random",
            "file:///etc/passwd",
            "\u0000",
            "\u001b[2J",
            "\uFEFF",
            "\u2028",
            "~",
            "null",
            "true",
            "''",
            "\"\"",
            "\"",
            "'",
            "|",
            ">",
            "? ",
            ": ",
            "- ",
            "#",
            "%YAML 9.9\n---\n",
            "\n---\n",
            "\n...\n",
            "\t",
            "\r",
            ",",
            ",,,,",
            "=",
            ":",
            "{}",
            "[]",
            "{a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: 1}}}}}}}}}}}}}}}}}}}",
            "&a [x, *a]",
            "*a",
            "<<: *a",
            "&a [&b [&c [x, x], *c, *c], *b, *b]",
            "!!dev.ganglion.tests.fuzz.Canary {}",
            "!!dev.ganglion.tests.fuzz.Canary [x]",
            "!<tag:yaml.org,2002:dev.ganglion.tests.fuzz.Canary> x",
            "!!java.net.URL [http://localhost:9/]",
            "!!binary aGVsbG8=",
            "{\"@class\": \"dev.ganglion.tests.fuzz.Canary\"}",
            "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>",
            "<!DOCTYPE a [<!ENTITY b \"bbbbbbbb\"><!ENTITY c \"&b;&b;&b;&b;\">]>&c;",
            "&c;",
            "<![CDATA[",
            "<!--",
            "</graphml>",
            "mlp:hidden=999999999x999999999",
            "circuit:file=../../escape.yaml",
            "swimmer/swim:joints=2147483647");

    private Mutations() {}

    /** A file like the valid one, but wrong in one to four places; now and then it is still right. */
    static byte[] of(byte[] valid, RandomGenerator random) {
        byte[] bytes = valid;
        int count = 1 + random.nextInt(MOST_AT_ONCE);
        for (int i = 0; i < count; i++) {
            bytes = once(bytes, random);
        }
        return bytes.length > LARGEST ? Arrays.copyOf(bytes, LARGEST) : bytes;
    }

    private static byte[] once(byte[] bytes, RandomGenerator random) {
        int at = random.nextInt(bytes.length + 1);
        int end = at + random.nextInt(Math.min(bytes.length - at, reach(random)) + 1);
        return switch (random.nextInt(13)) {
            case 0 -> flipped(bytes, random);
            case 1 -> Arrays.copyOf(bytes, at);
            case 2 -> splice(bytes, at, end, new byte[0]);
            case 3 -> splice(bytes, end, end, Arrays.copyOfRange(bytes, at, end));
            case 4 -> repeated(bytes, at, end, random);
            case 5 -> swapped(bytes, at, end, random);
            case 6 -> splice(bytes, at, at, hostile(random));
            case 7 -> splice(bytes, at, end, hostile(random));
            case 8 -> inPlaceOfWord(bytes, at, hostile(random));
            case 9 -> inPlaceOfWord(bytes, at, wordAt(bytes, random.nextInt(bytes.length + 1)));
            case 10 -> splice(bytes, at, end, noise(random));
            case 11 -> splice(bytes, at, at, nested(random));
            default -> lineMoved(bytes, at, random);
        };
    }

    private static int reach(RandomGenerator random) {
        return 1 << random.nextInt(12);
    }

    private static byte[] flipped(byte[] bytes, RandomGenerator random) {
        byte[] flipped = bytes.clone();
        int count = flipped.length == 0 ? 0 : 1 + random.nextInt(8);
        for (int i = 0; i < count; i++) {
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    /** A part so often that it is absurd, up to the largest file. */
    private static byte[] repeated(byte[] bytes, int at, int end, RandomGenerator random) {
        int most = (LARGEST - Math.min(LARGEST, bytes.length)) / Math.max(1, end - at);
        int times = Math.min(most, 1 << random.nextInt(18));
        byte[] part = Arrays.copyOfRange(bytes, at, end);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < times; i++) {
            all.writeBytes(part);
        }
        return splice(bytes, end, end, all.toByteArray());
    }

    private static byte[] swapped(byte[] bytes, int at, int end, RandomGenerator random) {
        int other = end + random.nextInt(bytes.length - end + 1);
        int length = Math.min(end - at, bytes.length - other);
        byte[] swapped = bytes.clone();
        System.arraycopy(bytes, at, swapped, other, length);
        System.arraycopy(bytes, other, swapped, at, length);
        return swapped;
    }

    private static byte[] noise(RandomGenerator random) {
        byte[] noise = new byte[random.nextInt(64)];
        random.nextBytes(noise);
        return noise;
    }

    private static byte[] nested(RandomGenerator random) {
        String opening =
                List.of("[", "{a: ", "- ", "<node>", "(", "\"\\\"", "? ").get(random.nextInt(7));
        return text(opening.repeat(1 << random.nextInt(15)));
    }

    private static byte[] hostile(RandomGenerator random) {
        if (random.nextInt(16) == 0) {
            return text(String.valueOf((char) ('a' + random.nextInt(26))).repeat(1 << random.nextInt(18)));
        }
        return text(HOSTILE.get(random.nextInt(HOSTILE.size())));
    }

    private static byte[] inPlaceOfWord(byte[] bytes, int at, byte[] word) {
        int from = at;
        while (from > 0 && isOfWord(bytes[from - 1])) {
            from--;
        }
        int to = at;
        while (to < bytes.length && isOfWord(bytes[to])) {
            to++;
        }
        return splice(bytes, from, to, word);
    }

    private static byte[] wordAt(byte[] bytes, int at) {
        int to = at;
        while (to < bytes.length && isOfWord(bytes[to])) {
            to++;
        }
        return Arrays.copyOfRange(bytes, at, to);
    }

    private static boolean isOfWord(byte b) {
        return Character.isLetterOrDigit(b) || b == '.' || b == '-' || b == '_' || b == '/';
    }

    /** The line at a place, put before another line. */
    private static byte[] lineMoved(byte[] bytes, int at, RandomGenerator random) {
        int from = startOfLine(bytes, at);
        int to = from;
        while (to < bytes.length && bytes[to++] != '\n') {}
        byte[] line = Arrays.copyOfRange(bytes, from, to);
        byte[] rest = splice(bytes, from, to, new byte[0]);
        int place = startOfLine(rest, random.nextInt(rest.length + 1));
        return splice(rest, place, place, line);
    }

    private static int startOfLine(byte[] bytes, int at) {
        int start = at;
        while (start > 0 && bytes[start - 1] != '\n') {
            start--;
        }
        return start;
    }

    private static byte[] splice(byte[] bytes, int from, int to, byte[] middle) {
        byte[] spliced = Arrays.copyOf(bytes, bytes.length - (to - from) + middle.length);
        System.arraycopy(middle, 0, spliced, from, middle.length);
        System.arraycopy(bytes, to, spliced, from + middle.length, bytes.length - to);
        return spliced;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
