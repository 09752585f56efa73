using static CommunityWidget.Tests.Doors.Who;

namespace CommunityWidget.Tests.Doors;

/// <summary>
/// Who may open which hub, and who of them may call which method; see <see cref="HubDoorTests"/>. What another site's credential gets of a thread is
/// <see cref="Hubs.TenancyTests"/>: nothing, by every method there is.
/// </summary>
public static class HubDoorRows
{
    private const Who Support = Takers;

    public static readonly IReadOnlyDictionary<string, Who> All = new Dictionary<string, Who>
    {
        ["visitor"] = Visitor,
        ["visitor Ask"] = Visitor,
        ["visitor Send"] = Visitor,
        ["visitor Resume"] = Visitor,
        ["visitor Typing"] = Visitor,
        ["visitor Seen"] = Visitor,
        ["visitor End"] = Visitor,
        ["visitor Rate"] = Visitor,
        ["visitor LeaveEmail"] = Visitor,

        ["super-user"] = Responders,
        ["super-user SetAvailable"] = Responders,
        ["super-user Accept"] = Responders,
        ["super-user Decline"] = Responders,
        ["super-user UndoDecline"] = Responders,
        ["super-user Take"] = Responders,
        ["super-user Join"] = Responders,
        ["super-user AskIn"] = Responders,
        ["super-user AcceptHelp"] = Responders,
        ["super-user DeclineHelp"] = Responders,
        ["super-user Suggest"] = Responders,
        ["super-user Send"] = Responders,
        ["super-user Resume"] = Responders,
        ["super-user Typing"] = Responders,
        ["super-user Seen"] = Responders,
        ["super-user Release"] = Responders,
        ["super-user Transfer"] = Responders,
        ["super-user End"] = Responders,
        ["super-user UndoEnd"] = Responders,

        ["agent"] = Staff,
        ["agent SetAvailable"] = Support,
        ["agent Accept"] = Support,
        ["agent Decline"] = Support,
        ["agent UndoDecline"] = Support,
        ["agent Take"] = Support,
        ["agent Join"] = Support,
        ["agent AskIn"] = Support,
        ["agent AcceptHelp"] = Support,
        ["agent DeclineHelp"] = Support,
        ["agent Suggest"] = Support,
        ["agent Send"] = Support,
        ["agent Resume"] = Staff,
        ["agent Typing"] = Support,
        ["agent TypingNote"] = Support,
        ["agent Seen"] = Support,
        ["agent Release"] = Support,
        ["agent Transfer"] = Support,
        ["agent End"] = Support,
        ["agent UndoEnd"] = Support,
    };
}
