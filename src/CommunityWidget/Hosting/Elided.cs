namespace CommunityWidget.Hosting;

/// <summary>French words that lose their vowel before another one: a name in a sentence may begin with either.</summary>
public static class Elided
{
    private const string Vowels = "aeiouyhâàäéèêëîïôöûüœæ";

    /// <summary>"de Leo", "d’Inès", "d’un visiteur".</summary>
    public static string Of(string name) => name.Length > 0 && Vowels.Contains(char.ToLowerInvariant(name[0])) ? $"d’{name}" : $"de {name}";
}
