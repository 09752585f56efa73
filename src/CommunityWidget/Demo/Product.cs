namespace CommunityWidget.Demo;

/// <summary>Something the demo shop sells.</summary>
/// <param name="Id">In its address and the name of its picture.</param>
/// <param name="Cents">Price, tax included.</param>
/// <param name="Topic">What questions about it are about.</param>
/// <param name="English">Its words in English.</param>
/// <param name="French">Its words in French.</param>
public sealed record Product(string Id, int Cents, string Topic, ProductWords English, ProductWords French)
{
    public string Picture => $"/demo/files/{Id}.svg";

    public string Page => $"/demo/products/{Id}";

    public ProductWords In(string language) => language == "fr" ? French : English;
}

/// <param name="Name">As on the label.</param>
/// <param name="Line">One line under the name.</param>
/// <param name="Story">A paragraph.</param>
/// <param name="Facts">Short facts, one a line.</param>
public sealed record ProductWords(string Name, string Line, string Story, IReadOnlyList<string> Facts);
