using CommunityWidget.Contracts;
using CommunityWidget.Notices;
using CommunityWidget.Threads;

namespace CommunityWidget.Hubs;

/// <summary>An event as one of its thread's parties is shown it.</summary>
internal static class ShownEvent
{
    public static ThreadEvent To(Guid reader, ThreadParties parties, ThreadEvent happened)
    {
        var seen = Sight.IsSameForAll(happened.Kind, happened.Audience, parties.Masked, happened.Verdict)
            ? happened
            : Sight.Of(happened, parties.Masked, parties.Author, new(reader, reader == parties.Visitor, parties.Staff.Contains(reader), parties.Moderators.Contains(reader)));
        return parties.Author == reader ? seen with { Key = parties.Key } : seen;
    }
}
