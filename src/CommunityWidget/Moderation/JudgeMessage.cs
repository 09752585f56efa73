using CommunityWidget.Contracts;
using CommunityWidget.Moderation.Judging;
using CommunityWidget.Moderation.Sanctions;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Threads;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Moderation;

/// <summary>
/// The door every text passes before anyone else sees it. Nothing is asked of the database, and the work grows with the text's length only.
/// </summary>
public sealed class JudgeMessage(Judges judges, Floods floods, Silences silences, IOptions<ModerationOptions> options)
{
    /// <summary>A question or message: it passes, is masked or held, or is refused with the text kept.</summary>
    public Reply<Judged> Run(Caller caller, string text, string key)
    {
        if (silences.Of(caller) is { } silenced) return silenced;
        // Programs with a key have a limit of their own, and the shop's own people answer many at once.
        var counts = caller is not (KeyCaller or MemberCaller { Member.IsStaff: true });
        if (counts && floods.IsTooFast(caller.Id, key)) return Refusals.TooMany;
        if (options.Value.Judge && counts && floods.IsRepeated(caller.Id, text, key)) return Refusals.TextRepeated;
        return Look(caller, text);
    }

    /// <summary>A text beside the talk – a name, the words of a rating, a suggestion, a kept reply: nobody would wait for a moderator, so what would be held is refused.</summary>
    public Reply<Judged> Aside(Caller caller, string text) =>
        Look(caller, text) is { Value: { IsHeld: false } } fit ? fit : Refusals.TextNotFit;

    /// <summary>A text of a reader of public pages, who is nobody here: a moderator sees it before anybody else, so only what no one may send is refused.</summary>
    public Reply<Judged> OfReader(Site site, string text) => options.Value.Judge ? judges.Of(site, text) : Judged.Passed;

    /// <summary>Whether a message would be refused, before anything is done for it.</summary>
    public Refusal? Foresee(Caller caller, string text) => Look(caller, text).Refusal;

    private Reply<Judged> Look(Caller caller, string text) => options.Value.Judge ? judges.Of(caller.Site, text) : Judged.Passed;
}
