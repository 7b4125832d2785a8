#include "core/jobs/process_mark.h"

#include <fstream>
#include <iterator>
#include <sstream>
#include <vector>

#include <limits.h>
#include <unistd.h>

namespace rb::jobs {
namespace {

std::string firstLineOf(const std::string& path) {
    std::ifstream file(path);
    std::string line;
    std::getline(file, line);
    return line;
}

std::string hostName() {
    char name[HOST_NAME_MAX + 1] = {};
    return ::gethostname(name, sizeof name - 1) == 0 ? name : std::string();
}

/// Field 22 of /proc/<n>/stat (proc(5)); the name in field 2 may contain anything, so counting starts behind it.
std::string startOf(std::int64_t process) {
    const std::string stat = firstLineOf("/proc/" + std::to_string(process) + "/stat");
    const auto name = stat.rfind(')');
    if (name == std::string::npos) return {};
    std::istringstream rest(stat.substr(name + 1));
    const std::vector<std::string> fields{std::istream_iterator<std::string>(rest), {}};
    constexpr std::size_t kState = 0, kStart = 19;
    // One that has ended and was not reaped yet does nothing any more.
    const bool ended = fields.size() <= kStart || fields[kState] == "Z" || fields[kState] == "X";
    return ended ? std::string() : fields[kStart];
}

} // namespace

ProcessMark markOf(std::int64_t process) {
    return {hostName(), process, startOf(process), firstLineOf("/proc/sys/kernel/random/boot_id")};
}

ProcessMark ownMark() { return markOf(::getpid()); }

bool isAlive(const ProcessMark& mark) { return mark.process > 0 && !mark.start.empty() && markOf(mark.process) == mark; }

} // namespace rb::jobs
