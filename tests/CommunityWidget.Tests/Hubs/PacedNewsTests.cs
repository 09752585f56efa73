using CommunityWidget.Database;
using CommunityWidget.Hubs;
using CommunityWidget.Tests.Testing;

namespace CommunityWidget.Tests.Hubs;

/// <summary>Thousands fetch a list anew for each word that it changed: the first word comes at once, those behind it come as one.</summary>
public sealed class PacedNewsTests
{
    private readonly TestClock _clock = new();
    private readonly List<Guid> _told = [];
    private readonly PacedNews _news;
    private readonly Guid _site, _other;

    public PacedNewsTests()
    {
        (_site, _other) = (_clock.NewId(), _clock.NewId());
        _news = new(_clock, site =>
        {
            _told.Add(site);
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task A_hundred_changes_are_told_at_once_and_once_more_at_the_end_of_the_pause()
    {
        for (var i = 0; i < 100; i++) await _news.Changed(_site);
        Assert.Equal([_site], _told);

        _clock.Advance(PacedNews.Pause);
        Assert.Equal([_site, _site], _told);
        _clock.Advance(PacedNews.Pause * 10);
        Assert.Equal([_site, _site], _told);
    }

    [Fact]
    public async Task A_change_after_the_pause_is_told_at_once_again()
    {
        await _news.Changed(_site);
        _clock.Advance(PacedNews.Pause);

        await _news.Changed(_site);

        Assert.Equal([_site, _site], _told);
    }

    [Fact]
    public async Task Changes_that_never_end_are_told_once_a_pause()
    {
        for (var i = 0; i < 100; i++)
        {
            await _news.Changed(_site);
            _clock.Advance(PacedNews.Pause / 10);
        }
        Assert.Equal(11, _told.Count);
    }

    [Fact]
    public async Task The_pause_of_one_site_is_not_another_s()
    {
        await _news.Changed(_site);
        await _news.Changed(_other);

        Assert.Equal([_site, _other], _told);
    }
}
