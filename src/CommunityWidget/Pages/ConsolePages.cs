using CommunityWidget.People;

namespace CommunityWidget.Pages;

public sealed class ConsoleModel(Access access) : MemberPage(access)
{
    protected override Permission Needs => Permission.Answer;
}

public sealed class InboxModel(Access access) : MemberPage(access)
{
    protected override Permission Needs => Permission.TakeWaiting;
}
