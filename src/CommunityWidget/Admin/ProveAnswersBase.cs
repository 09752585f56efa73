using CommunityWidget.AnswerPages.Machines.Shown;
using CommunityWidget.Hosting;
using CommunityWidget.Integrations;
using CommunityWidget.Sites;

namespace CommunityWidget.Admin;

/// <summary>
/// Looks whether a shop's address leads to this site's pages, before all links are made to point there: a mistake would take every page away. Only whoever can
/// change the shop's own server can make it so.
/// </summary>
public sealed class ProveAnswersBase(GuardedClient client, PublicAddress address)
{
    /// <summary>What is wrong; null when a request to the address came back to us.</summary>
    public async Task<Fault?> Run(Site site, string typed, CancellationToken stop)
    {
        // Our own name needs no proxy, and a redirection to ourselves would never end.
        if (typed == address.Origin || typed.StartsWith(address.Origin + "/", StringComparison.OrdinalIgnoreCase)) return new(Forms.AnswersBaseForm.Field, "base_ours", typed);
        var proof = $"{typed}/{ShownElsewhere.Proof}";
        var answer = await client.Get(new Uri(proof), stop);
        if (answer.Trouble is { } trouble) return new(Forms.AnswersBaseForm.Field, trouble == Troubles.Private ? "base_private" : "base_no_answer", proof);
        return answer.Status == StatusCodes.Status200OK && answer.Answer == ShownElsewhere.ProofOf(site) ? null : new(Forms.AnswersBaseForm.Field, "base_elsewhere", proof, $"{answer.Status}");
    }
}
