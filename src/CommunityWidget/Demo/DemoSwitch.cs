using CommunityWidget.Configuration;

namespace CommunityWidget.Demo;

/// <summary>Whether the demo shop exists here, and whether one may be one of its people.</summary>
/// <param name="On">In development, or where <c>Demo:Enabled</c> says so.</param>
/// <param name="SignIn">In development only, and even then from this machine only.</param>
public sealed record DemoSwitch(bool On, bool SignIn)
{
    public static DemoSwitch From(IHostEnvironment environment, IConfiguration settings) =>
        new(settings.IsOn("Demo:Enabled", environment.IsDevelopment()), environment.IsDevelopment());
}
