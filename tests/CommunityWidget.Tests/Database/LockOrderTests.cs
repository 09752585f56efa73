using System.Text.RegularExpressions;
using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Conversations;
using CommunityWidget.Database;
using CommunityWidget.Matching;
using CommunityWidget.People;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityWidget.Tests.Database;

/// <summary>
/// The thread first, then members in order of id, then offers, each behind its own member: two transactions that keep to it never wait for
/// each other in a circle. Read from the statements themselves, so that it holds where rows are locked.
/// </summary>
public sealed partial class LockOrderTests
{
    private static readonly string[] Tables = ["threads", "members", "offers"];

    [Fact]
    public async Task Every_transaction_locks_the_thread_then_members_by_id_then_their_offers()
    {
        await using var world = await TestWorld.Start(also: services => services.AddSingleton<SqlDialect>(provider =>
            new TracingDialect(provider.GetRequiredService<IConfiguration>()["Database:Path"]!)), on: await WorldFile.Create());

        await BusyDay.Play(world);

        var memberOf = (await world.Db.Query<Offer>("select * from offers")).ToDictionary(o => o.Id);
        var transactions = Transactions((TracingDialect)world.Get<SqlDialect>()).ToList();
        Assert.True(transactions.Count > 100, $"only {transactions.Count} transactions");
        Assert.Empty(transactions.SelectMany(t => Violations(t, memberOf)).Distinct());
    }

    [Fact]
    public void A_transaction_that_locks_an_offer_before_its_member_is_noticed()
    {
        var (member, offer) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var offers = new Dictionary<Guid, Offer> { [offer] = new() { Id = offer, Member = member } };
        string[] wrong = [$"update offers set state = 'x' where id = '{offer}'", $"update members set busy = 0 where id = '{member}'"];
        Assert.NotEmpty(Violations(wrong, offers));
        Assert.Empty(Violations([.. wrong.Reverse()], offers));
        var (someone, another) = (new Offer { Id = offer, Member = member }, new Offer { Id = Guid.CreateVersion7(), Member = Guid.CreateVersion7() });
        string[] both = [$"update offers set shown_at = 1 where id in ('{someone.Id}', '{another.Id}')"];
        Assert.NotEmpty(Violations(both, new Dictionary<Guid, Offer> { [someone.Id] = someone, [another.Id] = another }));
        Assert.NotEmpty(Violations([wrong[1], $"update threads set fence = 1 where id = '{offer}'"], offers));
    }

    private static IEnumerable<IReadOnlyList<string>> Transactions(TracingDialect dialect)
    {
        foreach (var statements in dialect.Statements.GroupBy(s => s.Connection))
        {
            List<string>? open = null;
            foreach (var (_, sql) in statements)
            {
                if (sql.StartsWith("BEGIN", StringComparison.OrdinalIgnoreCase)) open = [];
                else if (open is not null && sql.StartsWith("COMMIT", StringComparison.OrdinalIgnoreCase)) { yield return open; open = null; }
                else open?.Add(sql);
            }
        }
    }

    private static IEnumerable<string> Violations(IReadOnlyList<string> transaction, IReadOnlyDictionary<Guid, Offer> offers)
    {
        var (members, bare, threads) = (new List<Guid>(), new HashSet<Guid>(), 0);
        var ended = transaction.Where(sql => Touched(sql) == "offers").SelectMany(sql => Ids().Matches(sql)).Select(m => Guid.Parse(m.Value)).ToHashSet();
        foreach (var sql in transaction)
        {
            foreach (var (table, id) in Locked(sql, offers, ended))
            {
                if (table == "threads" && threads++ == 0 && members.Count + bare.Count > 0) yield return $"a thread after members: {Short(sql)}";
                if (table == "offers" && !members.Contains(offers[id].Member))
                {
                    if (bare.Any(other => offers[other].Member != offers[id].Member)) yield return $"offers of several members without them: {Short(sql)}";
                    bare.Add(id);
                }
                if (table != "members" || members.Contains(id)) continue;
                if (bare.Count > 0) yield return $"a member after an offer: {Short(sql)}";
                if (members.Exists(m => m.CompareTo(id) > 0)) yield return $"a member out of order: {Short(sql)}";
                members.Add(id);
            }
        }
    }

    // Several at once are locked in order of id by the statement itself: those it names, and those of the open offers, which this transaction ends.
    private static IEnumerable<(string Table, Guid Id)> Locked(string sql, IReadOnlyDictionary<Guid, Offer> offers, HashSet<Guid> ended)
    {
        var table = Touched(sql);
        var ids = Ids().Matches(sql).Select(m => Guid.Parse(m.Value)).ToList();
        return table switch
        {
            "members" when sql.Contains("from offers", StringComparison.Ordinal) => ids.Select(id => offers.TryGetValue(id, out var offer) ? offer.Member : id).Concat(ended.Select(id => offers[id]).Where(o => ids.Contains(o.Thread)).Select(o => o.Member))
                .Except(offers.Values.Select(o => o.Thread)).Distinct().Order().Select(id => ("members", id)),
            "offers" => ids.Where(offers.ContainsKey).Select(id => ("offers", id)),
            "threads" or "members" => ids.TakeLast(1).Select(id => (table, id)),
            _ => [],
        };
    }

    private static string Short(string sql) => string.Join(' ', sql.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))[..60];

    private static string Touched(string sql)
    {
        var statement = sql.TrimStart();
        return Tables.FirstOrDefault(table => statement.StartsWith($"update {table} ", StringComparison.Ordinal))
            ?? (sql.Contains(TracingDialect.Marker, StringComparison.Ordinal) ? Tables.FirstOrDefault(table => sql.Contains($"from {table}", StringComparison.Ordinal)) : null)
            ?? "";
    }

    [GeneratedRegex("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Ids();
}
