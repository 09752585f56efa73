using System.Net;
using CommunityWidget.Contracts;
using CommunityWidget.Moderation;
using CommunityWidget.Moderation.Sanctions;
using CommunityWidget.People;
using CommunityWidget.Sites;

namespace CommunityWidget.Pages.Readers;

/// <summary>Somebody new who asks by a form: let in at the same doors as a widget's visitor.</summary>
public sealed class FormVisitors(VisitorStore visitors, JudgeMessage judge, CallLimits limits, BlockedPlaces places)
{
    public async Task<Reply<VisitorCaller>> Welcome(Site site, string says, IPAddress? from)
    {
        if (site.IdentityRequired) return Refusals.IdentityRequired;
        // Whoever says what nobody may say is not written down for it.
        if (judge.OfReader(site, says).Refusal is { } unfit) return unfit;
        if (limits.TakeAddress(AddressLimits.NewVisitors, from) is { } tooMany) return tooMany;
        if (await places.Of(site.Id, from) is { } blocked) return blocked;
        var welcome = await visitors.Welcome(site.Id);
        return welcome.Value is { } made ? new VisitorCaller(site, (await visitors.ByToken(site.Id, made.Token))!) : welcome.Refusal!;
    }
}
