extern alias checks;

using checks::CommunityWidget.Checker;

namespace CommunityWidget.Tests.Checking;

/// <summary>What the checker holds a client to depends on who reads.</summary>
public class WhoReadsTests
{
    private static readonly string Place = Event("staff").Fingerprint(Reader.Visitor);

    [Theory]
    [InlineData("all", Reader.Visitor, false)]
    [InlineData("all", Reader.Volunteer, false)]
    [InlineData("all", Reader.Staff, false)]
    [InlineData("members", Reader.Visitor, true)]
    [InlineData("members", Reader.Volunteer, false)]
    [InlineData("members", Reader.Staff, false)]
    [InlineData("staff", Reader.Visitor, true)]
    [InlineData("staff", Reader.Volunteer, true)]
    [InlineData("staff", Reader.Staff, false)]
    public void Whoever_may_not_see_an_event_must_have_been_shown_its_place(string audience, Reader reader, bool place) =>
        Assert.Equal(place, Event(audience).Fingerprint(reader) == Place);

    [Theory]
    [InlineData("super_user", false)]
    [InlineData("super_user agent", true)]
    [InlineData("moderator", true)]
    [InlineData("admin", true)]
    public void A_volunteer_is_none_of_the_shop_s_people(string roles, bool staff) =>
        Assert.Equal(staff, new KeptMember("m", "Maya", roles, 1, 0, 0).IsStaff);

    private static KeptEvent Event(string audience) => new("t", 1, "status", audience, "member", "m", null, null, new("parked", 1, "assigned", null));
}
