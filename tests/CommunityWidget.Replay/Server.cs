namespace CommunityWidget.Replay;

public static class Server
{
    /// <summary>Asks until the server says that it is ready, for a minute.</summary>
    public static async Task UntilReady(Uri server)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var http = new HttpClient { BaseAddress = server };
        using var interval = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (await interval.WaitForNextTickAsync(late.Token))
        {
            try
            {
                if ((await http.GetAsync("/health/ready", late.Token)).IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }
    }
}
