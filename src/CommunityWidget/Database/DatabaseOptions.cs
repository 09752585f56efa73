using System.ComponentModel.DataAnnotations;

namespace CommunityWidget.Database;

/// <summary>Section <c>Database</c>.</summary>
public sealed class DatabaseOptions
{
    /// <summary>The SQLite file; a relative path starts at the program's working directory.</summary>
    [Required(ErrorMessage = "Database:Path is empty. Name a file, such as data/community.db.")]
    public string Path { get; set; } = "data/community.db";

    /// <summary>PostgreSQL: bring the schema up at the start instead of refusing an older one. SQLite always does.</summary>
    public bool Migrate { get; set; }
}
