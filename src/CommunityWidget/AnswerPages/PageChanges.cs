using CommunityWidget.Database;

namespace CommunityWidget.AnswerPages;

/// <summary>Whoever keeps something made of pages – a cache, an index – hears of every change a reader could see, within its transaction.</summary>
public interface IPageListener
{
    Task Changed(Tx tx, Guid page);

    /// <summary>Many that nobody could see before.</summary>
    async Task Came(Tx tx, IReadOnlyList<Guid> pages)
    {
        foreach (var page in pages) await Changed(tx, page);
    }
}

/// <summary>Every change a reader could see passes here: nothing that is made of pages hooks in anywhere else.</summary>
public sealed class PageChanges(IEnumerable<IPageListener> listeners)
{
    public async Task Tell(Tx tx, Guid page)
    {
        foreach (var listener in listeners) await listener.Changed(tx, page);
    }

    /// <summary>The same of many that were never there before.</summary>
    public async Task Came(Tx tx, IReadOnlyList<Guid> pages)
    {
        foreach (var listener in listeners) await listener.Came(tx, pages);
    }
}
