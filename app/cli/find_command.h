#pragma once

namespace CLI {
class App;
}

namespace rb::cli {

/// Adds `find` below the verb `project`.
void addFindCommand(CLI::App& projectVerb, int& exitCode);

} // namespace rb::cli
