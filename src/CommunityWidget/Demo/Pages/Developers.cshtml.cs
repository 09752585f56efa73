using CommunityWidget.Hosting;

namespace CommunityWidget.Demo.Pages;

/// <summary>What a shop's developer may say to the widget and hear from it: shown, and run.</summary>
public sealed class DevelopersModel(DemoSwitch demo, PublicAddress address) : ShopPage(demo)
{
    public DeveloperTexts Words => DeveloperTexts.In(T.Language);

    public string Tag => $"""
        <script src="{address.Link("/widget.js")}" data-site="{SeedDemo.Key}"
          data-locale="{T.Language}" data-topic="care" async></script>
        """;

    public string TagManager => $"""
        <script>
          const tag = document.createElement("script");
          tag.src = "{address.Link("/widget.js")}";
          tag.dataset.site = "{SeedDemo.Key}";
          document.head.append(tag);
        </script>
        """;

    public string Queue => """
        window.CommunityWidget = window.CommunityWidget || [];
        CommunityWidget.push(["setLocale", "fr"]);
        """;

    public string Listening => """
        const heard = e => console.log(e.threadId);
        CommunityWidget.push(["on", "matched", heard]);
        CommunityWidget.push(["off", "matched", heard]);
        """;

    public string Policy
    {
        get
        {
            var here = address.Origin;
            var sockets = here.Replace("http", "ws", StringComparison.Ordinal);
            return $"script-src {here};\nconnect-src {here} {sockets};\nimg-src {here}";
        }
    }
}
