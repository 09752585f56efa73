using CommunityWidget.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityWidget.Demo.Pages;

/// <summary>What every page of the demo shop knows.</summary>
public abstract class ShopPage(DemoSwitch demo) : PageModel
{
    public ShopTexts T => ShopTexts.In(RequestLanguage.Of(Request));

    public bool ShowsPeople => demo.SignIn;

    /// <summary>The address in the same language, where one was asked for.</summary>
    public string Link(string path) => RequestLanguage.Asked(Request) is { } language ? $"{path}?lang={language}" : path;
}
