using System.ComponentModel.DataAnnotations;

namespace CommunityWidget.Database;

/// <summary>Section <c>Database</c>.</summary>
public sealed class DatabaseOptions
{
    /// <summary>The SQLite file; a relative path starts at the program's working directory.</summary>
    [Required(ErrorMessage = "Database:Path is empty. Name a file, such as data/community.db.")]
    public string Path { get; set; } = "data/community.db";
}
