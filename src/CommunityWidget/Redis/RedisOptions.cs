using System.ComponentModel.DataAnnotations;

namespace CommunityWidget.Redis;

/// <summary>Section <c>Redis</c>, beside <c>ConnectionStrings:Redis</c>.</summary>
public sealed class RedisOptions
{
    /// <summary>What every key and channel begins with: two installations may share a Redis.</summary>
    [Required(AllowEmptyStrings = false, ErrorMessage = "Redis:Prefix must not be empty: it keeps two installations on one Redis apart.")]
    public string Prefix { get; set; } = "community:";

    /// <summary>A Redis that has not answered for so long is away.</summary>
    [Range(50, 10_000, ErrorMessage = "Redis:TimeoutMs must lie between 50 and 10000 milliseconds.")]
    public int TimeoutMs { get; set; } = 1_000;
}
