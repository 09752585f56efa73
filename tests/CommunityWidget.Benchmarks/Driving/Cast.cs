using System.Reflection;
using CommunityWidget.Benchmarks.Bare;

namespace CommunityWidget.Benchmarks.Driving;

/// <summary>Starts the two sides of a comparison and connects pairs to them.</summary>
internal static class Cast
{
    private static readonly string Here = AppContext.BaseDirectory;

    public static Task<Measured> Product(Storage storage, IReadOnlyDictionary<string, string> settings) => Measured.Start(
        storage.Log("product"),
        address => [Path.Combine(Here, "CommunityWidget.dll"), "--urls", address, "--Logging:LogLevel:Default", "Warning"],
        settings);

    public static async Task<Measured> Bare(Storage storage, bool stores) =>
        stores ? await Bare(storage, storage.Name, await storage.ForBare()) : await Bare(storage, "none", "");

    public static Task<Measured> Bare(Storage storage, string store, string where, IReadOnlyDictionary<string, string>? environment = null) =>
        Measured.Start(storage.Log("bare"), address => [Assembly.GetExecutingAssembly().Location, BareProgram.Verb, address, store, where], environment);

    public static Task<Pairs> Pairs(Measured bare, int count) => Driving.Pairs.Connect(Enumerable.Range(0, count).Select(number =>
    {
        var socket = BareSocket(bare.Address, $"pair{number:d6}");
        return (socket, socket, $"pair{number:d6}");
    }));

    /// <param name="town">Who talks.</param>
    /// <param name="writers">The node visitors are on.</param>
    /// <param name="readers">The node members are on.</param>
    /// <param name="from">The first of them.</param>
    public static Task<Pairs> Pairs(Town town, Measured writers, Measured readers, int from = 0) => Driving.Pairs.Connect(town.Threads.Select((thread, number) => (
        town.Socket(writers.Address, town.Visitors[number]), town.Socket(readers.Address, town.Members[number]), thread.PublicId)).Skip(from));

    /// <param name="server">Its address.</param>
    /// <param name="pair">The group.</param>
    /// <param name="once">What is stored before the socket may go on; empty for nothing.</param>
    public static Uri BareSocket(Uri server, string pair, string once = "") =>
        new UriBuilder(server) { Scheme = "ws", Path = "/hubs/bare", Query = once.Length == 0 ? $"pair={pair}" : $"pair={pair}&once={once}" }.Uri;
}
