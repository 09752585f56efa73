using System.Text;

namespace CommunityWidget.Threads;

/// <summary>Letters that not every keyboard has and that normalising leaves as they are, as people type them instead: nœud and noeud are one word.</summary>
public static class Ligatures
{
    /// <summary>A small letter, or the two it stands for.</summary>
    public static string Opened(Rune letter) => letter.Value switch { 'œ' => "oe", 'æ' => "ae", 'ß' => "ss", _ => letter.ToString() };
}
