using CommunityWidget.Contracts;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing;

namespace CommunityWidget.Tests.Admin;

/// <summary>Two new sites side by side, each with an admin before their browser: whatever one does, the other stays as it was.</summary>
public abstract class AdminCase(TwoShops shops) : IAsyncLifetime
{
    private Site _theirs = null!;

    protected TestApp App { get; } = shops.App;

    protected Site Mine { get; private set; } = null!;

    protected Site Theirs => _theirs;

    protected Member Ada { get; private set; } = null!;

    protected Browser Admin { get; private set; } = null!;

    public virtual async Task InitializeAsync()
    {
        var name = Secret.New()[..10].ToLowerInvariant().Replace('_', 'x').Replace('-', 'x');
        (Mine, _theirs) = (await App.AddSite($"mine-{name}"), await App.AddSite($"theirs-{name}"));
        Ada = await App.AddMember(Mine, "ada", Roles.Admin);
        Admin = await App.SignedIn(Mine, Ada);
    }

    /// <summary>The other site is what it was, whatever was done here.</summary>
    public virtual async Task DisposeAsync() => Assert.Equal(SiteFields.Of(_theirs), SiteFields.Of(await App.Get<SiteStore>().Get(_theirs.Id)));

    protected ValueTask<Site> Site() => App.Get<SiteStore>().Get(Mine.Id);

    /// <summary>What the page says once a form went through.</summary>
    protected async Task<string> Saved(HttpResponseMessage answer)
    {
        var words = await answer.Content.ReadAsStringAsync();
        Assert.True((int)answer.StatusCode == 302, $"{(int)answer.StatusCode}: {string.Join(' ', words.Split('\n').Where(line => line.Contains("role=\"alert\"") || line.Contains("<span>")))}");
        return await (await Admin.Get(answer.Headers.Location!.OriginalString)).Content.ReadAsStringAsync();
    }

    /// <summary>What the page says of a form that was refused.</summary>
    protected static async Task<string> Refused(HttpResponseMessage answer, int status = 400)
    {
        Assert.Equal(status, (int)answer.StatusCode);
        return System.Net.WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    protected async Task<Member> Row(Member member) => (await App.Get<MemberStore>().Find(member.Id))!;
}
