using CommunityWidget.Contracts;
using CommunityWidget.People;
using CommunityWidget.Tests.Testing.World;

namespace CommunityWidget.Tests.People;

public sealed class MemberNameTests
{
    [Theory]
    [InlineData("Élodie", "élo")]
    [InlineData("Élodie", "E\u0301lo")]
    [InlineData("Ömer", "öM")]
    [InlineData("Ирина", "ирина")]
    [InlineData("100%_!", "100%_")]
    public async Task A_member_is_found_by_how_the_name_begins_in_any_alphabet(string name, string typed)
    {
        await using var world = await TestWorld.Start();
        foreach (var called in new[] { name, $"x{name}", "1000" })
        {
            var member = await world.Join();
            await world.Db.Write<Done>(async tx => { await tx.Execute("update members set name = @called where id = @Id", new { called, member.Id }); return Done.It; });
        }

        Assert.Equal(name, Assert.Single(await world.Get<MemberStore>().Named(world.Here.Id, typed, most: 5)).Name);
        Assert.Empty(await world.Get<MemberStore>().Named(world.There.Id, typed, most: 5));
    }
}
