using CommunityWidget.Hubs;
using CommunityWidget.Tests.Testing;
using Microsoft.AspNetCore.SignalR;

namespace CommunityWidget.Tests.Suites;

/// <summary>What a manager of connections does on one node, whoever wrote it.</summary>
public abstract class HubLifetimeManagerSpecification
{
    private HubLifetimeManager<VisitorHub>? _made;

    private HubLifetimeManager<VisitorHub> Manager => _made ??= Create();

    protected abstract HubLifetimeManager<VisitorHub> Create();

    [Fact]
    public async Task Everybody_hears_what_is_for_all_and_nobody_who_left()
    {
        await using var one = await Connect();
        await using var two = await Connect();
        await using var left = await Connect();
        await Manager.OnDisconnectedAsync(left.Connection);

        await Manager.SendAllAsync("Hello", ["all"]);

        await one.Until("Hello(all)");
        await two.Until("Hello(all)");
        Assert.Empty(left.Heard);
    }

    [Fact]
    public async Task Those_left_out_hear_nothing()
    {
        await using var one = await Connect();
        await using var two = await Connect();

        await Manager.SendAllExceptAsync("Hello", ["others"], [one.Id]);
        await Manager.SendAllAsync("Last", ["all"]);

        await two.Until("Hello(others)");
        await one.Until("Last(all)");
        Assert.Equal(["Last(all)"], one.Heard);
    }

    [Fact]
    public async Task One_connection_is_told_alone()
    {
        await using var one = await Connect();
        await using var two = await Connect();

        await Manager.SendConnectionAsync(one.Id, "Hello", ["you"]);
        await Manager.SendConnectionsAsync([one.Id, two.Id], "Hello", ["both"]);

        await one.Until("Hello(both)");
        await two.Until("Hello(both)");
        Assert.Equal(["Hello(you)", "Hello(both)"], one.Heard);
        Assert.Equal(["Hello(both)"], two.Heard);
    }

    [Fact]
    public async Task Nobody_at_all_may_be_told()
    {
        await Manager.SendAllAsync("Hello", ["?"]);
        await Manager.SendConnectionAsync("nobody", "Hello", ["?"]);
        await Manager.SendGroupAsync("nobody", "Hello", ["?"]);
        await Manager.SendUserAsync("nobody", "Hello", ["?"]);
        await Manager.AddToGroupAsync("nobody", "group");
        await Manager.RemoveFromGroupAsync("nobody", "group");
    }

    [Fact]
    public async Task A_group_is_told_while_one_is_in_it_and_once_however_often_one_joined()
    {
        await using var one = await Connect();
        await using var two = await Connect();
        await Manager.AddToGroupAsync(one.Id, "lamps");
        await Manager.AddToGroupAsync(one.Id, "lamps");
        await Manager.AddToGroupAsync(two.Id, "lamps");

        await Manager.SendGroupAsync("lamps", "Hello", ["group"]);
        await Manager.RemoveFromGroupAsync(two.Id, "lamps");
        await Manager.SendGroupAsync("lamps", "Hello", ["rest"]);
        await Manager.SendAllAsync("Last", ["all"]);

        await one.Until("Last(all)");
        await two.Until("Last(all)");
        Assert.Equal(["Hello(group)", "Hello(rest)", "Last(all)"], one.Heard);
        Assert.Equal(["Hello(group)", "Last(all)"], two.Heard);
    }

    [Fact]
    public async Task Groups_go_by_their_very_name()
    {
        await using var one = await Connect();
        await Manager.AddToGroupAsync(one.Id, "lamp");

        foreach (var other in (string[])["lamps", "LAMP", "lam?", "l*", "[l]amp", ""]) await Manager.SendGroupAsync(other, "Hello", [other]);
        await Manager.SendGroupAsync("lamp", "Last", ["lamp"]);

        await one.Until("Last(lamp)");
        Assert.Equal(["Last(lamp)"], one.Heard);
    }

    [Fact]
    public async Task Several_groups_are_told_and_one_of_a_group_left_out()
    {
        await using var one = await Connect();
        await using var two = await Connect();
        await Manager.AddToGroupAsync(one.Id, "lamps");
        await Manager.AddToGroupAsync(two.Id, "books");

        await Manager.SendGroupsAsync(["lamps", "books"], "Hello", ["groups"]);
        await Manager.AddToGroupAsync(two.Id, "lamps");
        await Manager.SendGroupExceptAsync("lamps", "Hello", ["others"], [one.Id]);
        await Manager.SendAllAsync("Last", ["all"]);

        await one.Until("Last(all)");
        await two.Until("Last(all)");
        Assert.Equal(["Hello(groups)", "Last(all)"], one.Heard);
        Assert.Equal(["Hello(groups)", "Hello(others)", "Last(all)"], two.Heard);
    }

    [Fact]
    public async Task A_user_is_told_on_every_connection_of_theirs()
    {
        await using var one = await Connect("maya");
        await using var two = await Connect("maya");
        await using var other = await Connect("leo");

        await Manager.SendUserAsync("maya", "Hello", ["maya"]);
        await Manager.SendUsersAsync(["maya", "leo"], "Hello", ["both"]);

        await one.Until("Hello(both)");
        await two.Until("Hello(both)");
        await other.Until("Hello(both)");
        Assert.Equal(["Hello(maya)", "Hello(both)"], two.Heard);
        Assert.Equal(["Hello(both)"], other.Heard);
    }

    private async Task<HubReader> Connect(string? user = null)
    {
        var reader = new HubReader(user);
        await Manager.OnConnectedAsync(reader.Connection);
        return reader;
    }
}
