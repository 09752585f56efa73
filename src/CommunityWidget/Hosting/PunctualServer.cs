using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;

namespace CommunityWidget.Hosting;

/// <summary>The web server, which gives what is still being answered a moment when the program ends: a slow line would use up the time the workers behind it end in.</summary>
public sealed class PunctualServer(IServer real, TimeProvider clock) : IServer
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(2);

    public IFeatureCollection Features => real.Features;

    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken) where TContext : notnull =>
        real.StartAsync(application, cancellationToken);

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        using var moment = new CancellationTokenSource(Moment, clock);
        using var late = CancellationTokenSource.CreateLinkedTokenSource(moment.Token, cancellationToken);
        await real.StopAsync(late.Token);
    }

    public void Dispose() => real.Dispose();

    /// <summary>Puts it around the server that is there.</summary>
    public static void Around(IServiceCollection services)
    {
        var real = services.Last(service => service.ServiceType == typeof(IServer)).ImplementationType!;
        services.AddSingleton<IServer>(all => new PunctualServer((IServer)ActivatorUtilities.CreateInstance(all, real), all.GetRequiredService<TimeProvider>()));
    }
}
