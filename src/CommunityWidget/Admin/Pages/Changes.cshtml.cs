using CommunityWidget.People;

namespace CommunityWidget.Admin.Pages;

public sealed class ChangesModel(AdminDesk desk, MemberStore members) : AdminPage(desk)
{
    public IReadOnlyList<ChangeLine> Lines { get; private set; } = [];

    protected override async Task Load() =>
        Lines = ChangeLine.Of(await Desk.Audit.Changes(Site.Id, ShownChanges), await members.OfSite(Site.Id), A);
}
