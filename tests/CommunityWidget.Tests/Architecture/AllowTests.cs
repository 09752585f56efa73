using System.Reflection;
using CommunityWidget.Hubs;
using CommunityWidget.People;
using CommunityWidget.Tests.Testing.App;
using Microsoft.AspNetCore.SignalR;

namespace CommunityWidget.Tests.Architecture;

/// <summary>What a caller may do is said once, where the door is.</summary>
public sealed class AllowTests(RunningApp app) : IClassFixture<RunningApp>
{
    public static TheoryData<Type> Hubs => [.. typeof(VisitorHub).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(Hub)) && !t.IsAbstract)];

    [Theory, MemberData(nameof(Hubs))]
    public void Every_hub_method_says_who_may_call_it(Type hub)
    {
        var methods = hub.GetMethods(BindingFlags.Public | BindingFlags.Instance)
            .Where(m => !m.IsSpecialName && m.GetBaseDefinition().DeclaringType is { } declared && declared != typeof(object) && declared != typeof(Hub))
            .ToList();
        Assert.NotEmpty(methods);
        Assert.All(methods, method => Assert.True(method.GetCustomAttributes<AllowAttribute>().Count() == 1, $"{hub.Name}.{method.Name} has no Allow."));
    }

    [Fact]
    public void Every_route_of_the_api_says_who_may_call_it()
    {
        var routes = app.Routes().Where(r => r.RoutePattern.RawText!.TrimStart('/').StartsWith("api", StringComparison.OrdinalIgnoreCase)).ToList();
        Assert.NotEmpty(routes);
        Assert.All(routes, route => Assert.True(route.Metadata.OfType<AllowAttribute>().Count() == 1, $"{route.RoutePattern.RawText} has no Allow, or two."));
    }

    [Fact]
    public void Only_the_api_hubs_pages_health_and_description_answer_at_all()
    {
        string[] known = ["api/", "hubs/", "health/", "openapi/", "demo", "answers/", "assets/accent-", "console", "inbox", "moderation", "admin", "not-yours", "sign-in", "sign-out", "switch-site", "invitation", "new-password", "welcome", "robots.txt", "confirm-email", "stop-mails", "withdraw-consent", "contributions", "conversation", "charter", "standing", "account"];
        Assert.DoesNotContain(
            app.Routes().Select(r => r.RoutePattern.RawText!.TrimStart('/').ToLowerInvariant()),
            route => route.Length > 0 && !Array.Exists(known, k => route.StartsWith(k, StringComparison.Ordinal)));
    }
}
