using CommunityWidget.Contracts;
using CommunityWidget.Moderation.Judging;
using CommunityWidget.Moderation.PersonalData;
using CommunityWidget.Moderation.Sanctions;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Threads;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Moderation;

/// <summary>
/// The door every text passes before anyone else sees it. The work grows with the text's length only, and nothing is asked of the database but whether what is too much was stored before.
/// </summary>
public sealed class JudgeMessage(Judges judges, Floods floods, Silences silences, Idempotency keys, IOptions<ModerationOptions> options)
{
    /// <summary>A question or message: it passes, is masked or held, or is refused with the text kept.</summary>
    public async ValueTask<Reply<Judged>> Run(Caller caller, string text, string key)
    {
        if (silences.Of(caller) is { } silenced) return silenced;
        // What was stored under its key has its answer, however much was said since.
        if (TooMuch(caller, text, key) is { } tooMuch && !await keys.IsKnown(caller.Site.Id, caller.Id, key)) return tooMuch;
        return Look(caller, text);
    }

    /// <summary>A text beside the talk – the words of a rating, a suggestion, a kept reply: nobody would wait for a moderator, so what would be held is refused.</summary>
    public Reply<Judged> Aside(Caller caller, string text) =>
        Look(caller, text) is { Value: { IsHeld: false } } fit ? fit : Refusals.TextNotFit;

    /// <summary>The words of a rating, which people are sent like a message: whoever may not write rates by stars alone.</summary>
    public Reply<Judged> OfRating(Caller caller, string text) => silences.Of(caller) is { } silenced ? silenced : Aside(caller, text);

    /// <summary>A text of a reader of public pages, who is nobody here: a moderator sees it before anybody else, so only what no one may send is refused.</summary>
    public Reply<Judged> OfReader(Site site, string text) => options.Value.Judge ? judges.Of(site, text) : Judged.Passed;

    /// <summary>Why a visitor or reader cannot go by a name that everybody sees; null when they can. A full name would say who they are.</summary>
    public Refusal? Misnamed(Site site, string name)
    {
        if (!options.Value.Judge) return null;
        var judgement = judges.Look(site, name);
        return judgement switch
        {
            { Refusal: null, IsHeld: false, Masked.IsChanged: false } => null,
            { Refusal: null, IsHeld: false } when judgement.Masked.Found.All(found => found.Kind == DataKinds.Name) => Refusals.NameInFull,
            _ => Refusals.NameNotFit,
        };
    }

    /// <summary>Whether a message would be refused, before anything is done for it.</summary>
    public Refusal? Foresee(Caller caller, string text) => Look(caller, text).Refusal;

    /// <summary>
    /// Why somebody has said enough for now; counts it too, and once under each key. Programs with a key have a limit of their own, and the shop's own people answer many at once.
    /// </summary>
    public Refusal? TooMuch(Caller caller, string text, string key)
    {
        if (caller is MemberCaller { ByKey: true } or MemberCaller { Member.IsStaff: true }) return null;
        if (floods.IsTooFast(caller.Id, key)) return Refusals.TooMany;
        return options.Value.Judge && floods.IsRepeated(caller.Id, text, key) ? Refusals.TextRepeated : null;
    }

    private Reply<Judged> Look(Caller caller, string text) => options.Value.Judge ? judges.Of(caller.Site, text) : Judged.Passed;
}
