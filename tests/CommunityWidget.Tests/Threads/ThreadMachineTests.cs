using CommunityWidget.Contracts;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Threads;

/// <summary>The state table, cell by cell: where each trigger leads from each state, and the number of every refusal.</summary>
public sealed class ThreadMachineTests
{
    private const long Now = 1_000_000_000_000, Parked = 4;
    private static readonly Guid Maya = Guid.Parse("00000000-0000-7000-8000-000000000001");
    private static readonly Guid Leo = Guid.Parse("00000000-0000-7000-8000-000000000002");

    private static readonly Dictionary<string, ThreadRecord> States = new()
    {
        ["waiting"] = Thread(ThreadStates.Waiting),
        ["live"] = Thread(ThreadStates.Live),
        ["parked"] = Thread(ThreadStates.Parked) with { Rung = Parked },
        ["answered"] = Thread(ThreadStates.Parked) with { Rung = Parked, Outcome = Outcomes.Answered },
        ["closed"] = Thread(ThreadStates.Closed) with { Outcome = Outcomes.Ended },
    };

    private static readonly Dictionary<string, Func<ThreadRecord, Reply<ThreadStep>>> Triggers = new()
    {
        ["accept"] = t => ThreadMachine.Accept(t, Leo),
        ["take by an agent"] = t => ThreadMachine.Take(t, Leo, mayTakeWaiting: true, visitorHere: true, visitorBusy: false),
        ["take by a super user"] = t => ThreadMachine.Take(t, Leo, mayTakeWaiting: false, visitorHere: true, visitorBusy: false),
        ["take, visitor away"] = t => ThreadMachine.Take(t, Leo, mayTakeWaiting: true, visitorHere: false, visitorBusy: false),
        ["take, visitor busy"] = t => ThreadMachine.Take(t, Leo, mayTakeWaiting: true, visitorHere: true, visitorBusy: true),
        ["take over"] = t => ThreadMachine.TakeOver(t, Leo),
        ["take over from oneself"] = t => ThreadMachine.TakeOver(t, Maya),
        ["climb"] = t => ThreadMachine.Climb(t, 2, "widened", Now),
        ["park"] = t => ThreadMachine.Park(t, Parked, Now),
        ["return"] = t => ThreadMachine.Return(t, "released", Parked, Now),
        ["answer"] = t => ThreadMachine.Answer(t, Leo),
        ["answer by the same"] = t => ThreadMachine.Answer(t, Maya),
        ["assign"] = t => ThreadMachine.Assign(t, Leo, null, Now, ThreadMachine.Assigned, Now),
        ["assign to nobody"] = t => ThreadMachine.Assign(t, null, null, null, ThreadMachine.Unassigned, Now),
        ["assign to a topic"] = t => ThreadMachine.Assign(t, null, "bikes", null, "transferred", Now),
        ["ask the assignee"] = t => ThreadMachine.AskAssignee(t with { WantedMember = Leo }, Now),
        ["reply"] = t => ThreadMachine.Reply(t, false, 4, Now),
        ["continue"] = t => ThreadMachine.Reopen(t, closedAt: Now, visitorBusy: false, Parked, Now),
        ["continue, visitor busy"] = t => ThreadMachine.Reopen(t, closedAt: Now, visitorBusy: true, Parked, Now),
        ["continue, too late"] = t => ThreadMachine.Reopen(t, closedAt: Now - ThreadMachine.ReopenWithinMs - 1, visitorBusy: false, Parked, Now),
        ["close"] = t => ThreadMachine.Close(t, Outcomes.Ended),
        ["join"] = t => ThreadMachine.Join(t, Leo),
        ["join one's own"] = t => ThreadMachine.Join(t, Maya),
        ["leave"] = t => ThreadMachine.Leave(t, Leo),
        ["undo end"] = t => ThreadMachine.UndoEnd(t, Ending(Maya), Maya, visitorBusy: false, Now),
        ["undo end, visitor busy"] = t => ThreadMachine.UndoEnd(t, Ending(Maya), Maya, visitorBusy: true, Now),
        ["undo end, too late"] = t => ThreadMachine.UndoEnd(t, Ending(Maya), Maya, visitorBusy: false, Now + ThreadMachine.UndoWithinMs + 1),
        ["undo another's end"] = t => ThreadMachine.UndoEnd(t, Ending(Maya), Leo, visitorBusy: false, Now),
        ["undo the visitor's end"] = t => ThreadMachine.UndoEnd(t, Ending(t.Visitor), Maya, visitorBusy: false, Now),
    };

    // One line a trigger; columns: waiting, live, parked, answered, closed. A state with + where the fence grows, or the refusal's number.
    private const string Table = """
        accept                  | live+   | 3002    | 3002    | 3002    | 3001
        take by an agent        | live+   | 3002    | live+   | live+   | 3001
        take by a super user    | 1002    | 3002    | live+   | live+   | 3001
        take, visitor away      | live+   | 3002    | 3010    | 3010    | 3001
        take, visitor busy      | live+   | 3002    | 3012    | 3012    | 3001
        take over               | 3011    | live+   | 3011    | 3011    | 3011
        take over from oneself  | 3011    | 3011    | 3011    | 3011    | 3011
        climb                   | waiting | 3011    | 3011    | 3011    | 3011
        park                    | parked  | 3011    | 3011    | 3011    | 3011
        return                  | 3011    | waiting+| 3011    | 3011    | 3011
        answer                  | 3011    | 3011    | parked+ | 3008    | 3001
        answer by the same      | 3011    | 3011    | parked+ | parked+ | 3001
        assign                  | 3011    | 3011    | parked+ | 3008    | 3001
        assign to nobody        | 3011    | 3011    | 3011    | 3008    | 3001
        assign to a topic       | 3011    | 3011    | parked+ | 3008    | 3001
        ask the assignee        | 3011    | 3011    | waiting+| 3011    | 3011
        reply                   | 3011    | 3011    | 3011    | waiting+| 3011
        continue                | 3011    | 3011    | 3011    | 3011    | waiting+
        continue, visitor busy  | 3011    | 3011    | 3011    | 3011    | parked+
        continue, too late      | 3011    | 3011    | 3011    | 3011    | 3013
        close                   | closed+ | closed+ | closed+ | closed+ | 3001
        join                    | 3011    | live    | 3011    | 3011    | 3001
        join one's own          | 3011    | 3011    | 3011    | 3011    | 3001
        leave                   | waiting | live    | parked  | parked  | 3001
        undo end                | 3011    | 3011    | 3011    | 3011    | live+
        undo end, visitor busy  | 3011    | 3011    | 3011    | 3011    | 3012
        undo end, too late      | 3011    | 3011    | 3011    | 3011    | 3011
        undo another's end      | 3011    | 3011    | 3011    | 3011    | 3011
        undo the visitor's end  | 3011    | 3011    | 3011    | 3011    | 3011
        """;

    public static TheoryData<string, string, string> Cells()
    {
        var cells = new TheoryData<string, string, string>();
        foreach (var columns in Table.Split('\n').Select(line => line.Split('|', StringSplitOptions.TrimEntries)))
        {
            foreach (var (state, place) in States.Keys.Select((state, place) => (state, place))) cells.Add(state, columns[0], columns[place + 1]);
        }
        return cells;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Every_cell_of_the_table(string state, string trigger, string expected)
    {
        var before = States[state];

        var reply = Triggers[trigger](before);

        if (reply.Refusal is { } refusal)
        {
            Assert.Equal(expected, $"{refusal.Number}");
            return;
        }
        var after = reply.Value!.After;
        Assert.Equal(expected, after.State + (after.Fence == before.Fence + 1 ? "+" : ""));
        Assert.InRange(after.Fence - before.Fence, 0, 1);
    }

    [Theory]
    [InlineData(true, true, false), InlineData(false, false, false), InlineData(true, false, true)]
    public void What_was_given_to_another_is_no_volunteers_to_answer_for_later_either(bool visitorHere, bool visitorBusy, bool assigneeHere)
    {
        var given = States["parked"] with { WantedMember = Maya };

        Assert.Equal(Refusals.GivenToAnother, ThreadMachine.Take(given, Leo, mayTakeWaiting: false, visitorHere, visitorBusy, assigneeHere).Refusal);
        Assert.NotEqual(Refusals.GivenToAnother, ThreadMachine.Take(given, Leo, mayTakeWaiting: true, visitorHere, visitorBusy, assigneeHere).Refusal);
        Assert.NotEqual(Refusals.GivenToAnother, ThreadMachine.Take(given, Maya, mayTakeWaiting: false, visitorHere, visitorBusy, assigneeHere).Refusal);
    }

    [Fact]
    public void The_table_has_a_line_for_every_trigger() =>
        Assert.Equal(Triggers.Keys.Order(), Table.Split('\n').Select(line => line.Split('|')[0].Trim()).Order());

    [Fact]
    public void A_returned_thread_waits_on_the_rung_it_was_taken_on_with_its_age()
    {
        var back = ThreadMachine.Return(States["live"] with { Rung = 2 }, "vanished", Parked, Now).Value!.After;

        Assert.Equal((2, Now, States["live"].AskedAt), (back.Rung, back.RungEnteredAt, back.AskedAt));
    }

    [Fact]
    public void One_taken_while_parked_returns_to_the_first_rung() =>
        Assert.Equal(1, ThreadMachine.Return(States["live"] with { Rung = Parked }, "released", Parked, Now).Value!.After.Rung);

    [Fact]
    public void Whoever_answered_is_asked_first_when_the_visitor_replies_or_continues()
    {
        Assert.Equal(Maya, ThreadMachine.Reply(States["answered"], false, 4, Now).Value!.After.WantedMember);
        Assert.Equal(Maya, ThreadMachine.Reopen(States["closed"], Now, false, Parked, Now).Value!.After.WantedMember);
        Assert.Equal(Leo, ThreadMachine.Return(States["live"], "transferred", Parked, Now, Leo).Value!.After.WantedMember);
    }

    [Fact]
    public void A_reply_while_the_visitor_talks_elsewhere_stays_parked_and_open_to_everyone()
    {
        var after = ThreadMachine.Reply(States["answered"], visitorBusy: true, 4, Now).Value!.After;
        Assert.Equal((ThreadStates.Parked, null, (Guid?)null), (after.State, after.Outcome, after.WantedMember));
        Assert.False(after.IsAnswered);
    }

    [Theory]
    [InlineData(Publications.Review, Publications.None)]
    [InlineData(Publications.Published, Publications.Published)]
    [InlineData(Publications.Rejected, Publications.Rejected)]
    public void Continuing_takes_an_edition_out_of_review_and_leaves_a_published_one(string before, string after) =>
        Assert.Equal(after, ThreadMachine.Reopen(States["closed"] with { Publication = before }, Now, false, Parked, Now).Value!.After.Publication);

    [Fact]
    public void Only_a_live_thread_holds_a_seat()
    {
        foreach (var (name, thread) in States) Assert.Equal(name == "live" ? Maya : null, thread.SeatHolder);
    }

    private static EventRow Ending(Guid by) => new() { Author = by, At = Now, Status = new(ThreadStates.Closed, RungKinds.Topic, 2, Outcomes.Ended, null) };

    private static ThreadRecord Thread(string state) => new()
    {
        State = state,
        Fence = 7,
        Responder = Maya,
        LastEventAt = Now,
        AskedAt = Now - 60_000,
    };
}
