using CommunityWidget.Hosting;

namespace CommunityWidget.Demo.Pages;

/// <summary>What a shop's developer may say to the widget and hear from it: shown, and run.</summary>
public sealed class DevelopersModel(DemoSwitch demo, PublicAddress address) : ShopPage(demo)
{
    public DeveloperTexts Words => DeveloperTexts.In(T.Language);

    public string Queue => """
        window.CommunityWidget = window.CommunityWidget || [];
        CommunityWidget.push(["setLocale", "fr"]);
        """;

    public string Listening => """
        CommunityWidget.push(["on", "matched", e => console.log(e.threadId)]);
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
