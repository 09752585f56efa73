using CommunityWidget.Contracts;
using CommunityWidget.Sites;

namespace CommunityWidget.Moderation;

/// <summary>The door every message passes before anyone else sees it. No judge sits here yet: all pass.</summary>
public sealed class JudgeMessage
{
    /// <summary>Null lets the message through; a refusal goes back to its author with the text kept.</summary>
    public ValueTask<Refusal?> Run(Site site, string text) => ValueTask.FromResult<Refusal?>(null);
}
