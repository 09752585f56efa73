using System.Reflection;
using CommunityWidget.People;
using CommunityWidget.Pages.Readers;
using CommunityWidget.Tests.Testing.App;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityWidget.Tests.Doors;

/// <summary>One way in over HTTP: a method and an address, or a button of a page. Hubs have a matrix of their own.</summary>
/// <param name="Method">Of HTTP.</param>
/// <param name="Route">Its pattern.</param>
/// <param name="Button">Which handler of a page.</param>
/// <param name="IsPage">A page of ours, whose forms bring a token of their own.</param>
/// <param name="IsGuarded">It carries <c>Allow</c>.</param>
public sealed record Door(string Method, string Route, string? Button, bool IsPage, bool IsGuarded)
{
    /// <summary>A form of a public page: no token, it is looked at where it comes from (<see cref="AnswerPages.ReaderFormTests"/>).</summary>
    public bool IsForReaders { get; init; }

    /// <summary>As its row names it.</summary>
    public string Name => $"{Method} {Route}{(Button is null ? "" : $" [{Button}]")}";

    public bool IsApi => Route.StartsWith("/api/", StringComparison.Ordinal);

    public bool IsForKeys => Route.StartsWith(KeyCallers.Path + "/", StringComparison.Ordinal);

    public bool Changes => Method != "GET";

    public bool NamesSomething => Route.Contains('{');

    /// <summary>Every way in there is, read from the running program.</summary>
    public static async Task<IReadOnlyList<Door>> All(RunningApp app)
    {
        var doors = new List<Door>();
        var pages = app.Services.GetRequiredService<PageLoader>();
        foreach (var route in app.Routes().Where(r => !r.RoutePattern.RawText!.TrimStart('/').StartsWith("hubs/", StringComparison.Ordinal)))
        {
            var address = "/" + route.RoutePattern.RawText!.Trim('/');
            if (route.Metadata.GetMetadata<PageActionDescriptor>() is { } page) doors.AddRange(OfPage(address, await pages.LoadAsync(page, route.Metadata)));
            else doors.AddRange(route.Methods().Select(method => new Door(method, address, null, IsPage: false, route.Metadata.GetMetadata<AllowAttribute>() is not null)));
        }
        return [.. doors.Distinct()];
    }

    /// <summary>Its address with everything it names filled in.</summary>
    public string At(Func<string, string> named)
    {
        var path = string.Join('/', Route.Split('/').Select(part => part.IndexOf('{') switch { 0 => named(part), > 0 and var from => part[..from] + "1" + part[(part.IndexOf('}') + 1)..], _ => part }));
        return Button is null ? path : path + QueryString.Create("handler", Button);
    }

    private static IEnumerable<Door> OfPage(string address, CompiledPageActionDescriptor page) => page.HandlerMethods
        .Where(handler => handler.HttpMethod is "Get" or "Post" && (handler.HttpMethod != "Get" || handler.Name is not null))
        .Select(handler => new Door(handler.HttpMethod.ToUpperInvariant(), address, handler.Name, IsPage: true, IsGuarded: false) { IsForReaders = page.ModelTypeInfo?.GetCustomAttribute<IgnoreAntiforgeryTokenAttribute>() is not null })
        .Concat(page.ModelTypeInfo?.GetCustomAttribute<OnlyPostedAttribute>() is null ? [new Door("GET", address, null, IsPage: true, IsGuarded: false)] : Array.Empty<Door>());
}
