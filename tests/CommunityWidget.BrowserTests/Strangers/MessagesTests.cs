using CommunityWidget.BrowserTests.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CommunityWidget.BrowserTests.Strangers;

/// <summary>Commands come from the page's own script and by no message, whatever window sends it and whoever it says to be.</summary>
public sealed class MessagesTests(Stage stage) : IClassFixture<Stage>
{
    private const string Say =
        """
        async (ours) => {
          const commands = [["open"], ["ask", "Who sent this?"], ["hide"], ["setLocale", "fr"], ["identify", "a.b.c"], ["setContext", { topic: "x" }], ["conversion", { id: "1" }], ["shutdown"], ["close"], ["show"]];
          const shapes = (command) => [command, JSON.stringify(command), { type: command[0], args: command.slice(1) }, { command: command[0], value: command[1] }, { CommunityWidget: command }, command[0]];
          const all = commands.flatMap(shapes);
          // Made by a script of the page, as it pleases.
          for (const origin of [location.origin, ours, `${ours}.evil.example`, ours.replace("//", "//evil."), "null", ""])
            for (const data of all) window.dispatchEvent(new MessageEvent("message", { data, origin, source: window }));
          // Sent by a window of nobody's.
          const arrived = new Promise((done) => {
            let count = 0;
            window.addEventListener("message", (event) => { if (event.isTrusted && ++count == all.length) done(event.origin); });
          });
          const frame = document.createElement("iframe");
          frame.sandbox = "allow-scripts";
          frame.srcdoc = `<script>for (const one of ${JSON.stringify(all).replaceAll("</", "<\\/")}) parent.postMessage(one, "*")<\/script>`;
          document.body.append(frame);
          return await arrived;
        }
        """;

    [Fact]
    public async Task No_message_opens_asks_hides_or_names_anything()
    {
        await using var scene = await stage.Open();
        // The shop's policy would not even let such a window be made; other shops have none.
        var (page, watch) = await scene.NewPage(new() { BypassCSP = true });
        var visitor = await scene.Visitor(page, watch);
        await Expect(visitor.Launcher).ToBeVisibleAsync();
        await visitor.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var asked = visitor.Watch.RequestsTo(scene.Origin).Count;

        Assert.Equal("null", await visitor.Page.EvaluateAsync<string>(Say, scene.Origin));
        await visitor.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        await Expect(visitor.Launcher).ToBeVisibleAsync();
        await Expect(visitor.Launcher).ToHaveAccessibleNameAsync("Ask the community");
        await Expect(visitor.Question).ToHaveCountAsync(0);
        Assert.Equal(asked, visitor.Watch.RequestsTo(scene.Origin).Count);
        Assert.Equal(0, await visitor.Page.EvaluateAsync<int>("localStorage.length + sessionStorage.length"));
        Assert.Equal(0, await scene.Visitors());
        // The same messages where somebody does listen: they did arrive.
        await visitor.Page.EvaluateAsync("""window.addEventListener("message", (event) => { if (Array.isArray(event.data) && event.data[0] == "open") CommunityWidget.open(); })""");
        await visitor.Page.EvaluateAsync<string>(Say, scene.Origin);
        await Expect(visitor.Question).ToBeVisibleAsync();
    }
}
