using Microsoft.Playwright;

namespace CommunityWidget.BrowserTests.Testing;

/// <summary>What the widget looks like, down to the last computed style, as lines that can be compared.</summary>
public static class Look
{
    // Positions count from the right edge of the window and from its bottom, where the widget stands. The language a page
    // is in may choose other glyphs, not another look.
    private const string Lines =
        """
        () => {
          const round = (number) => Math.round(number * 4) / 4;
          const root = document.querySelector("community-widget").shadowRoot;
          return [...root.querySelectorAll("section *")].flatMap((element) => {
            const { x, y, width, height } = element.getBoundingClientRect();
            const name = element.localName + (element.className && element.className.split ? "." + element.className : "");
            const lines = [`${name} at ${[innerWidth - x, innerHeight - y, width, height].map(round)}`];
            for (const pseudo of [null, "::before"]) {
              const styles = getComputedStyle(element, pseudo);
              for (const property of styles)
                if (!/^--|-webkit-locale|cursor/.test(property)) lines.push(`${name}${pseudo ?? ""} ${property}: ${styles.getPropertyValue(property)}`);
            }
            return lines;
          });
        }
        """;

    public static Task<string[]> OfWidget(IPage page) => page.EvaluateAsync<string[]>(Lines);

    /// <summary>Lines of one that the other does not have, and the other way round.</summary>
    public static IReadOnlyList<string> Differences(string[] expected, string[] actual) =>
        [.. expected.Except(actual).Select(line => "- " + line).Concat(actual.Except(expected).Select(line => "+ " + line)).Take(20)];
}
