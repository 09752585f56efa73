using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Admin.Forms;

/// <summary>An API key as it is asked for.</summary>
public sealed class KeyForm
{
    public string? Name { get; set; }

    public List<string> Scopes { get; set; } = [];

    /// <summary>A member's id; anything else is the key itself.</summary>
    public string? ActsAs { get; set; }

    public Reading<WantedKey> Read()
    {
        var faults = new List<Fault>();
        var name = MessageText.CleanName(Name)?.Value;
        if (name is null) faults.Add(new("Key.Name", "key_name"));
        var scopes = ApiKey.AllScopes.Where(Scopes.Contains).ToList();
        if (scopes.Count == 0) faults.Add(new("Key.Scopes", "key_scopes"));
        return faults.Count > 0 ? faults : new WantedKey(name!, string.Join(' ', scopes), Guid.TryParse(ActsAs, out var member) ? member : null);
    }
}

/// <param name="ActsAs">Who answers by it; null makes an author of the key's own name, whom nobody can sign in as.</param>
public sealed record WantedKey(string Name, string Scopes, Guid? ActsAs);
