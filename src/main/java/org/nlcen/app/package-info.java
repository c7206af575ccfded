/** Floor 6: the window. Each pane is an FXML view, a thin controller and a view model without controls. */
package org.nlcen.app;
