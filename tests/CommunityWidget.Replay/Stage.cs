using System.Diagnostics;
using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Tests.Testing.Drivers;

namespace CommunityWidget.Replay;

/// <summary>Plays many conversations, several at a time, and compares each with its source afterwards.</summary>
public static class Stage
{
    private const string DemoShop = "demo";
    private const int AtOnce = 8;

    public static async Task<Result> Run(string name, IReadOnlyList<Conversation> conversations, Uri server, Community community)
    {
        var started = Stopwatch.GetTimestamp();
        var played = new Comparison?[conversations.Count];
        var troubles = new string?[conversations.Count];
        await Parallel.ForAsync(0, conversations.Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, _) =>
        {
            try
            {
                (played[number], troubles[number]) = await Play(conversations[number], server, community, overHttp: number % 4 == 3);
            }
            catch (Exception error) when (error is InvalidOperationException or TimeoutException or HubError or HttpRequestException)
            {
                troubles[number] = $"{conversations[number].Name}: {error.Message}";
            }
        });
        return new(name, conversations, played, [.. troubles.OfType<string>()], Stopwatch.GetElapsedTime(started));
    }

    private static async Task<(Comparison Comparison, string? Trouble)> Play(Conversation conversation, Uri server, Community community, bool overHttp)
    {
        await using var visitor = await VisitorDriver.Arrive(server, DemoShop);
        if (!overHttp) await visitor.Connect();
        var door = overHttp ? visitor.Http : visitor.Socket;

        var product = conversation.Product is { } id ? new ProductContext(id, null) : null;
        var asked = Good(await door.Ask(new AskRequest(Keys.New(), conversation.Lines[0].Text, Language: conversation.Language, Product: product)));
        var thread = asked.Thread.ThreadId;
        foreach (var line in conversation.Lines.Skip(1))
        {
            if (line.ByVisitor)
            {
                Good(await door.Send(new(thread, Keys.New(), line.Text)));
                continue;
            }
            var holder = await community.HolderOf(thread);
            Good(await holder.Member.Send(thread, line.Text, holder.Fence));
        }
        Good(await door.End(thread));
        Good(await door.Rate(new RatingRequest(thread, 5)));

        var kept = Good(await visitor.Http.Resume(thread, 0));
        visitor.Screen.Show(kept);
        var shown = visitor.Screen.Of(thread).SequenceEqual(kept.Events) ? null : $"{conversation.Name}: the screen differs from the record";
        return (Comparison.Of(conversation.Lines, kept.Events), visitor.Screen.Faults.FirstOrDefault() ?? shown);
    }

    private static T Good<T>(Reply<T> reply) where T : class =>
        reply.Value ?? throw new InvalidOperationException($"refused: {reply.Refusal!.Code}");
}
