package dev.ganglion.tests.browser;

import static org.assertj.core.api.BDDAssertions.then;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import dev.ganglion.experiments.cli.Main;
import dev.ganglion.experiments.cli.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a study that was run for it, opened from disk. */
class ReportInBrowserTest {
    private static final String STUDY = """
            study: page
            question: Does it carry over, and what are the signs worth?
            environments:
              - {name: five, environment: "swimmer/swim:time-limit=100"}
            arms:
              - {name: ncap, controller: ncap}
              - {name: free-signs, controller: "ncap:signs=free", ablates: ncap}
            seeds: 1
            steps: 2000
            preset: none
            learner: ppo:rollout=500,minibatch=250,epochs=1,critic-hidden=8
            side-by-side: 5
            evaluation: {episodes: 2}
            thresholds: [1]
            transfer:
              to: [{name: three, environment: "swimmer/swim:joints=3,time-limit=100"}]
              steps: 1000
            """;

    /** Shapes that stand for data, as opposed to axes and words. */
    private static final String MARKS = ".line, .band, .dot, .hollow, .heat, .void";

    @TempDir
    private static Path folder;

    private static Playwright playwright;
    private static Browser browser;

    private final List<String> complaints = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();
    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void runsAStudy_andStartsABrowser() throws IOException {
        Path file = Files.writeString(folder.resolve("page.yaml"), STUDY);
        ganglion("study", file.toString(), "--out", folder.resolve("out").toString());
        ganglion("report", folder.resolve("out").toString());
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(System.getProperty("browser.executable", "/usr/bin/chromium")))
                        .setHeadless(true)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    private static void ganglion(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        then(Main.run(new Terminal(print, print, OptionalInt.empty()), arguments))
                .as(out.toString(StandardCharsets.UTF_8))
                .isZero();
    }

    @AfterAll
    static void stops() {
        playwright.close();
    }

    @BeforeEach
    void opens() {
        context = browser.newContext();
        page = context.newPage();
        page.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text()));
        page.onPageError(complaints::add);
        page.onRequest(request -> requests.add(request.url()));
        page.onRequestFailed(request -> complaints.add("failed: " + request.url()));
        page.navigate(folder.resolve("out/report/index.html").toUri().toString());
    }

    @AfterEach
    void closes() {
        context.close();
    }

    @Test
    void page_opensWithoutComplaints_andAsksForNothingButItself() {
        // Films load when they come into sight.
        for (Locator film : page.locator("img").all()) {
            film.scrollIntoViewIfNeeded();
            page.waitForFunction("film => film.complete", film.elementHandle());
        }
        then(page.title()).isEqualTo("page");
        then(complaints).isEmpty();
        then(requests.get(0)).startsWith("file:").endsWith("/index.html");
        then(requests.subList(1, requests.size())).allMatch(url -> url.startsWith("data:"));
        then(page.locator("img").count()).isEqualTo(2);
        then(page.evaluate("[...document.images].every(film => film.naturalWidth > 0)"))
                .isEqualTo(true);
    }

    @Test
    void figures_haveMarksThatCanBeSeen() {
        List<Locator> figures = page.locator("svg.figure").all();
        then(figures).hasSizeGreaterThanOrEqualTo(5);
        for (Locator figure : figures) {
            int seen = ((Number) figure.evaluate(
                            "(figure, marks) => [...figure.querySelectorAll(marks)].map(mark => mark.getBoundingClientRect())"
                                    + ".filter(box => box.width + box.height > 0).length",
                            MARKS))
                    .intValue();
            then(seen).as(figure.getAttribute("aria-label")).isPositive();
        }
    }

    @Test
    void page_followsTheReadersColours() {
        then(background(ColorScheme.LIGHT)).isEqualTo("rgb(255, 255, 255)");
        then(background(ColorScheme.DARK)).isEqualTo("rgb(20, 23, 29)");
    }

    private Object background(ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        return page.evaluate("getComputedStyle(document.body).backgroundColor");
    }

    @Test
    void page_onAPhone_isNoWiderThanTheScreen() {
        page.setViewportSize(360, 740);
        then(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
    }

    @Test
    void page_onPaper_leavesOutWhatIsToBeClicked_andCutsNothingOff() {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        // A4 at 96 pixels an inch, less the margins.
        page.setViewportSize(718, 1047);
        then(page.locator("nav").isVisible()).isFalse();
        then(page.evaluate("[...document.querySelectorAll('svg.figure, table, pre, img')]"
                        + ".filter(part => part.getBoundingClientRect().right > 718.5 || part.scrollWidth > 718.5)"
                        + ".map(part => part.outerHTML)"))
                .isEqualTo(List.of());
    }
}
