package libraries;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Jsoup. */
final class Pages {

    private Pages() {
    }

    static void run() {
        Document page = Jsoup.parse("<html><head><title>Beans &amp; more</title></head><body><p class=x>one <b>two</b><p>three<ul><li>a<li><a href=up>b</a></ul>", "http://example.org/");
        System.out.println(page.title() + " " + page.select("p.x > b").text() + " " + page.select("li").eachText() + " " + page.select("a").first().absUrl("href"));
        for (Element each : page.select("p")) {
            System.out.println(each.outerHtml());
        }
        System.out.println(page.body().html());
    }
}
