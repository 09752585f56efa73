using CommunityWidget.Sites;

namespace CommunityWidget.People;

/// <summary>Whether a member may be called so: the name stands beside what they write, on public pages too. The judges are of a later room.</summary>
public interface INameJudge
{
    bool IsFit(Site site, string name);
}
