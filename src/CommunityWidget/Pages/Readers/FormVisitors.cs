using System.Net;
using CommunityWidget.Contracts;
using CommunityWidget.Moderation.Sanctions;
using CommunityWidget.People;
using CommunityWidget.Sites;

namespace CommunityWidget.Pages.Readers;

/// <summary>Somebody new who asks by a form: let in at the same doors as a widget's visitor.</summary>
public sealed class FormVisitors(VisitorStore visitors, CallLimits limits, BlockedPlaces places)
{
    public async Task<Reply<VisitorCaller>> Welcome(Site site, IPAddress? from)
    {
        if (site.IdentityRequired) return Refusals.IdentityRequired;
        if (limits.TakeAddress(AddressLimits.NewVisitors, from) is { } tooMany) return tooMany;
        if (await places.Of(site.Id, from) is { } blocked) return blocked;
        var welcome = await visitors.Welcome(site.Id);
        return welcome.Value is { } made ? new VisitorCaller(site, (await visitors.ByToken(site.Id, made.Token))!) : welcome.Refusal!;
    }
}
