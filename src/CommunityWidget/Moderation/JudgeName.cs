using CommunityWidget.Moderation.Judging;
using CommunityWidget.Moderation.PersonalData;
using CommunityWidget.People;
using CommunityWidget.Sites;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Moderation;

/// <summary>A member's name insults nobody, promises nothing and holds no address or number. Their own first and last name is theirs to show.</summary>
public sealed class JudgeName(Judges judges, IOptions<ModerationOptions> options) : INameJudge
{
    public bool IsFit(Site site, string name) => !options.Value.Judge
        || (judges.Look(site, name) is { Refusal: null, IsHeld: false } judgement && judgement.Masked.Found.All(found => found.Kind == DataKinds.Name));
}
