using CommunityWidget.People;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityWidget.Demo;

/// <summary>A small invented shop to try everything in. Where it is off, not one of its addresses exists.</summary>
public static class DemoSetup
{
    public static void AddDemo(this WebApplicationBuilder builder)
    {
        var demo = DemoSwitch.From(builder.Environment, builder.Configuration);
        builder.Services.AddSingleton(demo).AddSingleton<DemoFiles>().AddHostedService<SeedDemo>();
        builder.Services.Configure<RazorPagesOptions>(options => options.Conventions.AddFolderRouteModelConvention("/Demo", page =>
        {
            if (!demo.On) page.Selectors.Clear();
        }));
    }

    public static void MapDemo(this IEndpointRouteBuilder routes)
    {
        if (!routes.ServiceProvider.GetRequiredService<DemoSwitch>().On) return;
        routes.MapGet("/demo/files/{name}", (string name, DemoFiles files, HttpContext http) =>
            files.Find(name)?.Send(http) ?? Results.NotFound().ExecuteAsync(http)).Allow(Permission.Anyone).ExcludeFromDescription();
    }
}
