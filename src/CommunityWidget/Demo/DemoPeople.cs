using CommunityWidget.Contracts;

namespace CommunityWidget.Demo;

/// <summary>Who can be met, and been, in the demo shop.</summary>
public static class DemoPeople
{
    public static readonly IReadOnlyList<DemoPerson> All =
    [
        new("maya", "Maya", Roles.SuperUser, "en fr", 2019, ["choosing", "bulbs"]),
        new("leo", "Leo", Roles.SuperUser, "en", 2021, ["bulbs", "delivery"]),
        new("ines", "Inès", Roles.SuperUser, "fr en", 2017, ["choosing", "care"]),
        new("sam", "Sam", Roles.Agent, "en fr", null, []),
        new("nour", "Nour", Roles.Moderator, "fr en", null, []),
        new("ada", "Ada", Roles.Admin, "en fr", null, []),
    ];

    public static DemoPerson? Find(string? id) => All.FirstOrDefault(person => person.Id == id);
}

/// <param name="Id">In the address of their sign-in page.</param>
/// <param name="Name">As others see them.</param>
/// <param name="Role">Of <see cref="Roles"/>.</param>
/// <param name="Languages">Spoken, best first.</param>
/// <param name="Since">Customer since.</param>
/// <param name="Topics">Answered.</param>
public sealed record DemoPerson(string Id, string Name, string Role, string Languages, int? Since, IReadOnlyList<string> Topics)
{
    /// <summary>A name nobody can own.</summary>
    public string Email => $"{Id}@demo.invalid";
}
